package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.Together;
import vn.ansinh.audit.Actor;
import vn.ansinh.registration.Submission.Accepted;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

@LetterBoxTest
class SubmissionTest {

  @Autowired Declarations declarations;
  @Autowired Drafts drafts;
  @Autowired Applicants applicants;
  @Autowired Accounts accounts;
  @Autowired Told told;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void a_complete_draft_becomes_a_declaration_with_code_link_and_photos() {
    var typed = Applicants.stranger();
    var accepted = applicants.submitted(typed);

    var declaration = declarations.find(accepted.id()).orElseThrow();
    assertThat(declaration.status()).isEqualTo(DeclarationStatus.SUBMITTED);
    assertThat(declaration.facts().fullName()).isEqualTo("Nguyễn Thị Hoà Mẫu");
    assertThat(declaration.facts().phone()).isEqualTo(typed.get(Field.PHONE));
    assertThat(declaration.photos().ids()).hasSize(3);
    assertThat(accepted.code().value()).matches("F01-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
    assertThat(declarations.byCode(accepted.code())).contains(declaration);
    assertThat(declarations.byStatusSecret(accepted.statusSecret())).contains(declaration);
    assertThat(
            declarations.byCodeAndContact(accepted.code(), Contact.email(typed.get(Field.EMAIL))))
        .contains(declaration);
    assertThat(
            declarations.byCodeAndContact(accepted.code(), Contact.phone(typed.get(Field.PHONE))))
        .as("a phone only named may be a stranger's")
        .isEmpty();
    assertThat(declarations.byCodeAndContact(accepted.code(), Contact.email(Somebody.anyEmail())))
        .isEmpty();
    assertThat(told.count(DeclarationSubmitted.class, accepted.id())).isOne();
    assertThat(keptUntil(declaration)).containsOnlyNulls();
  }

  @Test
  void fifty_clicks_with_one_key_make_one_declaration_and_get_one_answer() throws Exception {
    var draft = applicants.ready(Applicants.stranger());
    var key = UUID.randomUUID();
    var answers = Together.run(50, _ -> declarations.submit(draft, key));
    assertThat(Set.copyOf(answers)).hasSize(1).hasOnlyElementsOfType(Accepted.class);
    assertThat(told.count(DeclarationSubmitted.class, ((Accepted) answers.getFirst()).id()))
        .isOne();
  }

  @Test
  void fifty_keys_for_one_draft_make_one_declaration() throws Exception {
    var draft = applicants.ready(Applicants.stranger());
    var answers = Together.run(50, _ -> declarations.submit(draft, UUID.randomUUID()));
    assertThat(Set.copyOf(answers)).hasSize(1).hasOnlyElementsOfType(Accepted.class);
  }

  @Test
  void of_fifty_people_who_confirmed_one_phone_one_is_accepted() throws Exception {
    var phone = Somebody.anyPhone();
    var ready =
        IntStream.range(0, 50)
            .mapToObj(
                _ ->
                    applicants
                        .confirmingPhones()
                        .ready(Applicants.typing(Applicants.stranger(), Field.PHONE, phone)))
            .toList();
    var answers =
        Together.run(50, i -> declarations.submit(ready.get(i), UUID.randomUUID())).stream()
            .filter(Accepted.class::isInstance);
    assertThat(answers).hasSize(1);
  }

  @Test
  void of_fifty_people_with_one_phone_one_is_accepted() throws Exception {
    var phone = Somebody.anyPhone();
    var answers = fifty(_ -> Applicants.typing(Applicants.stranger(), Field.PHONE, phone));
    assertThat(answers).containsOnly(Map.entry("Accepted", 1L), Map.entry("PhoneTaken", 49L));
  }

  @Test
  void of_fifty_people_with_one_email_address_one_is_accepted() throws Exception {
    var email = Somebody.anyEmail();
    var answers = fifty(_ -> Applicants.typing(Applicants.stranger(), Field.EMAIL, email));
    assertThat(answers).containsOnly(Map.entry("Accepted", 1L), Map.entry("EmailTaken", 49L));
  }

  @Test
  void of_fifty_submissions_of_one_person_one_is_accepted() throws Exception {
    var known = applicants.known();
    var answers =
        fifty(
            i ->
                Applicants.typing(
                    known.typing(Field.PHONE, Somebody.anyPhone()),
                    Field.EMAIL,
                    Somebody.anyEmail()));
    assertThat(answers)
        .containsOnly(Map.entry("Accepted", 1L), Map.entry("NumberAlreadyOpen", 49L));
  }

  @Test
  void a_refused_submission_leaves_nothing_behind() {
    var taken = Applicants.stranger();
    applicants.submitted(taken);
    var known = applicants.known();
    assertThat(applicants.submit(known.typing(Field.EMAIL, taken.get(Field.EMAIL))))
        .isEqualTo(new Submission.EmailTaken());
    // Neither the number nor the phone was kept from the first try.
    assertThat(applicants.submit(known.typed())).isInstanceOf(Accepted.class);
  }

  @Test
  void whoever_knows_only_a_neighbours_number_does_not_block_the_neighbour() {
    var known = applicants.known();
    var nosy = Applicants.typing(Applicants.stranger(), Field.NUMBER, number(known));
    var theirs = applicants.submitted(nosy);
    var own = applicants.submitted(known.typed());
    assertThat(declarations.find(theirs.id()).orElseThrow().matched()).isNull();
    assertThat(declarations.find(own.id()).orElseThrow().matched()).isEqualTo(known.person());
  }

  @Test
  void the_same_key_with_another_draft_is_refused() {
    var key = UUID.randomUUID();
    assertThat(declarations.submit(applicants.ready(Applicants.stranger()), key))
        .isInstanceOf(Accepted.class);
    assertThat(declarations.submit(applicants.ready(Applicants.stranger()), key))
        .isEqualTo(new Submission.KeyReused());
  }

  @Test
  void a_repetition_a_day_later_gets_the_same_answer() {
    var draft = applicants.ready(Applicants.stranger());
    var key = UUID.randomUUID();
    var first = declarations.submit(draft, key);
    clock.advance(Duration.ofHours(25));
    assertThat(declarations.submit(draft, key)).isEqualTo(first);
  }

  @Test
  void a_submission_that_fails_midway_leaves_nothing_and_can_be_repeated() {
    var typed = Applicants.typing(Applicants.stranger(), Field.CONTACT_PERSON, "Sự Cố Mạng");
    var draft = applicants.ready(typed);
    var key = UUID.randomUUID();
    told.failOnce();
    assertThatThrownBy(() -> declarations.submit(draft, key)).hasMessage("listener failed");
    assertThat(
            sql.sql("select count(*) from registration.submission_key where key = :key")
                .param("key", key)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(declarations.submit(draft, key)).isInstanceOf(Accepted.class);
  }

  @Test
  void an_unconfirmed_contact_is_not_submitted_and_a_changed_one_needs_a_new_code() {
    var typed = Applicants.stranger();
    var draft = applicants.ready(typed);
    drafts.save(
        draft,
        DraftContent.empty("vi").with(Applicants.typing(typed, Field.EMAIL, Somebody.anyEmail())));
    assertThat(declarations.submit(draft, UUID.randomUUID()))
        .isEqualTo(new Submission.NotConfirmed());
    drafts.save(draft, DraftContent.empty("vi").with(typed));
    assertThat(declarations.submit(draft, UUID.randomUUID())).isInstanceOf(Accepted.class);
  }

  @Test
  void an_incomplete_draft_names_the_steps_to_go_back_to() {
    var typed = Applicants.typing(Applicants.stranger(), Field.STREET, " ");
    typed = Applicants.typing(typed, Field.HAND_IN, "");
    assertThat(applicants.submit(typed))
        .isEqualTo(new Submission.Incomplete(Set.of(Step.DECLARATION, Step.OFFICE)));
  }

  @Test
  void a_person_with_an_account_is_told_so() {
    var known = applicants.known();
    accounts.open(
        known.person(),
        number(known),
        List.of(Contact.phone(Somebody.anyPhone())),
        Locale.of("vi"),
        Actor.SYSTEM);
    assertThat(applicants.submit(known.typed()))
        .isEqualTo(new Submission.NumberAlreadyRegistered());
  }

  private Map<String, Long> fifty(Function<Integer, Map<Field, String>> typed) throws Exception {
    var ready = IntStream.range(0, 50).mapToObj(i -> applicants.ready(typed.apply(i))).toList();
    return Together.run(50, i -> declarations.submit(ready.get(i), UUID.randomUUID())).stream()
        .collect(Collectors.groupingBy(it -> it.getClass().getSimpleName(), Collectors.counting()));
  }

  private static String number(Applicants.Known known) {
    return known.typed().get(Field.NUMBER);
  }

  private List<Object> keptUntil(Declaration declaration) {
    return sql.sql("select kept_until from files.file where id in (:ids)")
        .param("ids", declaration.photos().ids().stream().map(it -> it.value()).toList())
        .query((row, _) -> row.getObject(1))
        .list();
  }
}
