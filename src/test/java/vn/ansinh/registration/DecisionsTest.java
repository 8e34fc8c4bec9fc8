package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Contacts;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Together;
import vn.ansinh.audit.Actor;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.DeclarationEvent.Deed;
import vn.ansinh.registration.Outcome.AlreadyHasAccount;
import vn.ansinh.registration.Outcome.Done;
import vn.ansinh.registration.Outcome.WrongState;
import vn.ansinh.registration.Submission.Accepted;
import vn.ansinh.support.LetterBoxTest;

@LetterBoxTest
class DecisionsTest {

  private static final OfficerId OFFICER = Applicants.OFFICER;
  private static final OfficerId COLLEAGUE = new OfficerId(UUID.randomUUID());

  @Autowired Declarations declarations;
  @Autowired Applicants applicants;
  @Autowired Accounts accounts;
  @Autowired SentSecrets sent;
  @Autowired Told told;
  @Autowired Contacts contacts;

  @Test
  void an_approval_opens_the_account_and_sends_the_first_password_by_sms() {
    var known = applicants.known();
    var file = applicants.confirmingPhones().inReview(known.typed());
    assertThat(approve(file, OFFICER, known.person())).isEqualTo(new Done());

    var account = accounts.find(known.person()).orElseThrow();
    assertThat(account.userName()).isEqualTo(known.typed().get(Field.NUMBER));
    assertThat(account.phone()).isEqualTo(known.typed().get(Field.PHONE));
    assertThat(account.email()).isEqualTo(known.typed().get(Field.EMAIL));
    assertThat(sent.firstPasswordWentTo(known.person()))
        .isEqualTo(Contact.phone(known.typed().get(Field.PHONE)));
    assertThat(status(file)).isEqualTo(DeclarationStatus.APPROVED);
    assertThat(told.count(DeclarationDecided.class, file.id())).isOne();
  }

  @Test
  void a_phone_nobody_confirmed_gets_no_first_password_and_does_not_come_into_the_account() {
    var known = applicants.known();
    var phone = known.typed().get(Field.PHONE);
    var file = applicants.inReview(known.typed());
    assertThat(approve(file, OFFICER, known.person())).isEqualTo(new Done());

    var account = accounts.find(known.person()).orElseThrow();
    assertThat(account.phone()).isNull();
    assertThat(sent.firstPasswordWentTo(known.person()))
        .isEqualTo(Contact.email(known.typed().get(Field.EMAIL)));
    assertThat(contacts.holdsPhone(known.person(), phone)).isFalse();
  }

  @Test
  void an_unmatched_file_is_approved_for_the_person_the_officer_found() {
    var known = applicants.known();
    var file =
        applicants.confirmingPhones().inReview(known.typing(Field.FULL_NAME, "Nguyễn Thị Hoà Máu"));
    assertThat(file.matched()).isNull();
    assertThat(file.person()).isNotEqualTo(known.person());

    assertThat(approve(file, OFFICER, known.person())).isEqualTo(new Done());
    assertThat(accounts.find(known.person()).orElseThrow().phone())
        .isEqualTo(known.typed().get(Field.PHONE));
    assertThat(declarations.find(file.id()).orElseThrow().matched()).isEqualTo(known.person());
    // The phone stays taken, by the account now.
    var other =
        Applicants.typing(Applicants.stranger(), Field.PHONE, known.typed().get(Field.PHONE));
    assertThat(applicants.submit(other)).isEqualTo(new Submission.PhoneTaken());
  }

  @Test
  void of_fifty_officers_one_decides() throws Exception {
    var known = applicants.known();
    var file = applicants.inReview(known.typed());
    var outcomes =
        Together.run(
            50,
            i ->
                i % 2 == 0
                    ? approve(file, OFFICER, known.person())
                    : declarations.reject(
                        file.id(), file.version(), COLLEAGUE, List.of("WRONG_PERSON"), null));
    assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(it -> !(it instanceof Done))
        .hasOnlyElementsOfType(WrongState.class);
    assertThat(accounts.exists(known.person()))
        .isEqualTo(status(file) == DeclarationStatus.APPROVED);
  }

  @Test
  void approving_twice_opens_one_account() {
    var known = applicants.known();
    var file = applicants.inReview(known.typed());
    approve(file, OFFICER, known.person());
    assertThat(approve(file, COLLEAGUE, known.person()))
        .isEqualTo(new WrongState(DeclarationStatus.APPROVED));
  }

  @Test
  void two_files_of_one_person_approved_at_once_make_one_account() throws Exception {
    var known = applicants.known();
    var files =
        List.of(
            applicants.confirmingPhones().inReview(Applicants.stranger()),
            applicants.confirmingPhones().inReview(Applicants.stranger()));
    var outcomes = Together.run(2, i -> approve(files.get(i), OFFICER, known.person()));
    assertThat(outcomes).containsExactlyInAnyOrder(new Done(), new AlreadyHasAccount());
    var winner = files.get(outcomes.indexOf(new Done()));
    assertThat(accounts.find(known.person()).orElseThrow().phone())
        .isEqualTo(winner.facts().phone());
  }

  @Test
  void a_decision_on_what_has_changed_since_is_refused() {
    var file = applicants.inReview(Applicants.stranger());
    declarations.giveBack(file.id(), OFFICER);
    declarations.startReview(file.id(), COLLEAGUE);
    assertThat(declarations.reject(file.id(), file.version(), OFFICER, List.of("X"), null))
        .isEqualTo(new WrongState(DeclarationStatus.IN_REVIEW));
  }

  @Test
  void only_a_file_in_review_is_decided() {
    var id = applicants.submitted(Applicants.stranger()).id();
    assertThat(declarations.reject(id, 1, OFFICER, List.of("X"), null))
        .isEqualTo(new WrongState(DeclarationStatus.SUBMITTED));
    assertThat(declarations.approve(id, 1, OFFICER, PersonId.next()))
        .isEqualTo(new WrongState(DeclarationStatus.SUBMITTED));
    assertThat(declarations.askToCome(id, 1, OFFICER, List.of("X"), null))
        .isEqualTo(new WrongState(DeclarationStatus.SUBMITTED));
    assertThat(declarations.giveBack(id, OFFICER))
        .isEqualTo(new WrongState(DeclarationStatus.SUBMITTED));
    assertThat(declarations.recordPaperReceipt(id, OFFICER))
        .isEqualTo(new WrongState(DeclarationStatus.SUBMITTED));
  }

  @Test
  void nobody_is_approved_whom_the_register_does_not_know() {
    var file = applicants.inReview(Applicants.stranger());
    assertThatThrownBy(() -> approve(file, OFFICER, PersonId.next()))
        .isInstanceOf(RegistrationException.class);
    assertThat(status(file)).isEqualTo(DeclarationStatus.IN_REVIEW);
  }

  @Test
  void a_rejected_person_may_register_again_at_once() {
    var known = applicants.known();
    var file = applicants.inReview(known.typed());
    declarations.reject(file.id(), file.version(), OFFICER, List.of("PHOTO_UNCLEAR"), null);
    assertThat(applicants.submit(known.typed())).isInstanceOf(Accepted.class);
    assertThat(declarations.find(file.id()).orElseThrow().isErased()).isFalse();
  }

  @Test
  void a_file_moved_in_review_waits_for_the_other_office() {
    var file = applicants.inReview(Applicants.stranger());
    assertThat(declarations.moveTo(file.id(), "079", OFFICER)).isEqualTo(new Done());
    var moved = declarations.find(file.id()).orElseThrow();
    assertThat(moved.officeCode()).isEqualTo("079");
    assertThat(moved.status()).isEqualTo(DeclarationStatus.SUBMITTED);
    assertThat(declarations.moveTo(file.id(), "99999", OFFICER))
        .isEqualTo(new Outcome.OfficeClosed());
    assertThat(told.count(DeclarationMoved.class, file.id())).isOne();
  }

  @Test
  void the_history_says_who_did_what_and_why() {
    var file = applicants.inReview(Applicants.stranger());
    declarations.askToCome(file.id(), file.version(), OFFICER, List.of("ORIGINALS"), "Mang CCCD");
    declarations.recordPaperReceipt(file.id(), COLLEAGUE);
    var history = declarations.history(file.id());
    assertThat(history.stream().map(DeclarationEvent::deed).collect(Collectors.toList()))
        .containsExactly(
            Deed.SUBMITTED, Deed.REVIEW_STARTED, Deed.ASKED_TO_COME, Deed.PAPER_RECEIVED);
    var asked = history.get(2);
    assertThat(asked.by()).isEqualTo(Actor.of(OFFICER));
    assertThat(asked.reasons()).containsExactly("ORIGINALS");
    assertThat(asked.note()).isEqualTo("Mang CCCD");
    assertThat(history.getLast().by()).isEqualTo(Actor.of(COLLEAGUE));
    assertThat(told.count(DeclarantAskedToCome.class, file.id())).isOne();
    assertThat(told.count(PaperReceived.class, file.id())).isOne();
  }

  private Outcome approve(Declaration file, OfficerId by, PersonId person) {
    return declarations.approve(file.id(), file.version(), by, person);
  }

  private DeclarationStatus status(Declaration file) {
    return declarations.find(file.id()).orElseThrow().status();
  }
}
