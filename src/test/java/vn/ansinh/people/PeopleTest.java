package vn.ansinh.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.audit.Actor;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.Sex;
import vn.ansinh.people.Registered.Added;
import vn.ansinh.people.Registered.NumberTaken;
import vn.ansinh.platform.PersonId;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class PeopleTest {

  @Autowired People people;
  @Autowired JdbcClient sql;
  @Autowired FindPerson command;

  @Test
  void a_person_added_is_found_by_id_and_by_either_number() {
    var mau = RegisterFixtures.mau();
    var id = add(mau);

    var found = people.find(id).orElseThrow();
    assertThat(found.fullName()).isEqualTo("Nguyễn Thị Hoà Mẫu");
    assertThat(found.birthDate()).isEqualTo(new BirthDate(1990, 1, 15));
    assertThat(found.address()).isEqualTo(mau.address());
    assertThat(found.status()).isEqualTo(PersonStatus.ACTIVE);
    assertThat(found.number()).isEqualTo(mau.socialInsuranceNumber());
    assertThat(found.papers())
        .containsExactly(
            new IdentityPaper(PaperKind.CITIZEN_CARD, mau.personalId()),
            new IdentityPaper(PaperKind.OLD_CARD, "012345678"));
    assertThat(people.byNumber(mau.socialInsuranceNumber())).contains(found);
    assertThat(people.byNumber(mau.personalId())).contains(found);
    assertThat(people.household(mau.householdCode())).containsExactly(found);
    assertThat(people.history(id)).isEmpty();
  }

  @Test
  void nobody_is_found_by_a_number_nobody_has() {
    assertThat(people.byNumber("0000000000")).isEmpty();
    assertThat(people.byNumber("000000000000")).isEmpty();
    assertThat(people.byNumber("")).isEmpty();
    assertThat(people.find(PersonId.next())).isEmpty();
  }

  @Test
  void dates_keep_their_precision() {
    for (var born : List.of(new BirthDate(1950, null, null), new BirthDate(1950, 3, null))) {
      var id = add(born(born));
      assertThat(people.find(id).orElseThrow().birthDate()).isEqualTo(born);
    }
  }

  @Test
  void a_second_person_with_a_number_gets_the_holder_and_leaves_no_trace() {
    var mau = RegisterFixtures.mau();
    var holder = add(mau);
    var fresh = RegisterFixtures.socialInsuranceNumber();

    assertThat(people.add(RegisterFixtures.mau(fresh, mau.personalId()), Actor.SYSTEM))
        .isEqualTo(new NumberTaken(holder));
    assertThat(people.byNumber(fresh)).isEmpty();
    assertThat(people.add(RegisterFixtures.mau(fresh, RegisterFixtures.personalId()), Actor.SYSTEM))
        .isInstanceOf(Added.class);
  }

  @Test
  void of_fifty_who_add_one_number_at_once_one_succeeds() throws Exception {
    var number = RegisterFixtures.socialInsuranceNumber();
    List<Callable<Registered>> callers =
        IntStream.range(0, 50)
            .<Callable<Registered>>mapToObj(
                _ ->
                    () ->
                        people.add(
                            RegisterFixtures.mau(number, RegisterFixtures.personalId()),
                            Actor.SYSTEM))
            .toList();
    var outcomes = new ArrayList<Registered>();
    try (var pool = Executors.newFixedThreadPool(50)) {
      for (var outcome : pool.invokeAll(callers)) {
        outcomes.add(outcome.get());
      }
    }
    assertThat(outcomes).filteredOn(Added.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(NumberTaken.class::isInstance).hasSize(49);
    assertThat(people.byNumber(number)).isPresent();
    assertThat(outcomes)
        .filteredOn(NumberTaken.class::isInstance)
        .extracting(it -> (Object) ((NumberTaken) it).holder())
        .containsOnly(people.byNumber(number).orElseThrow().id());
  }

  @Test
  void matching_wants_the_name_the_date_and_a_paper_exactly() {
    var mau = RegisterFixtures.mau();
    var id = add(mau);
    var born = new BirthDate(1990, 1, 15);

    assertThat(ids(people.matching("NGUYỄN THỊ HÒA MẪU", born, mau.personalId())))
        .containsExactly(id);
    assertThat(ids(people.matching("Nguyễn Thị Hoà Mẫu", born, "012345678"))).contains(id);
    assertThat(people.matching("Nguyen Thi Hoa Mau", born, mau.personalId())).isEmpty();
    assertThat(people.matching("Nguyễn Thị Hoà", born, mau.personalId())).isEmpty();
    assertThat(
            people.matching(
                "Nguyễn Thị Hoà Mẫu", new BirthDate(1990, null, null), mau.personalId()))
        .isEmpty();
    assertThat(people.matching("Nguyễn Thị Hoà Mẫu", born, "000000000000")).isEmpty();
  }

  @Test
  void the_dead_are_not_matched() {
    var mau = RegisterFixtures.mau();
    var id = add(mau);
    sql.sql("update people.person set status = 'DECEASED' where person_id = :id")
        .param("id", id.value())
        .update();
    assertThat(people.matching(mau.fullName(), mau.birthDate(), mau.personalId())).isEmpty();
    assertThat(people.find(id).orElseThrow().status()).isEqualTo(PersonStatus.DECEASED);
  }

  @Test
  void adding_is_on_the_trail_without_personal_data() {
    var mau = RegisterFixtures.mau();
    var id = add(mau);
    var line =
        sql.sql("select action || subject_id || details from audit.entry where person_id = :id")
            .param("id", id.value())
            .query(String.class)
            .single();
    assertThat(line).isEqualTo("PERSON_REGISTERED" + id.value() + "{}");
  }

  @Test
  void a_person_without_any_number_is_a_broken_rule() {
    assertThatThrownBy(() -> RegisterFixtures.mau(null, null)).isInstanceOf(PeopleException.class);
  }

  @Test
  void a_citizen_card_among_the_papers_is_the_personal_id() {
    var id = RegisterFixtures.personalId();
    var person =
        new NewPerson(
            null,
            null,
            "Nguyễn Thị Mẫu",
            new BirthDate(1990, null, null),
            Sex.FEMALE,
            List.of(new IdentityPaper(PaperKind.CITIZEN_CARD, id)),
            null,
            null,
            null,
            null,
            null,
            null,
            "VN");
    assertThat(people.find(add(person)).orElseThrow().number()).isEqualTo(id);
  }

  @Test
  void an_operator_learns_the_id_of_a_number_and_the_trail_who_was_asked_for() {
    var mau = RegisterFixtures.mau();
    var id = add(mau);
    assertThat(asked(mau.socialInsuranceNumber())).isEqualTo("0 " + id.value());
    assertThat(asked("DN479" + mau.socialInsuranceNumber())).isEqualTo("0 " + id.value());
    assertThat(asked(mau.personalId())).isEqualTo("0 " + id.value());
    assertThat(asked("0000000000")).startsWith("1 ");
    assertThat(asked("12")).startsWith("1 ");
    assertThat(
            sql.sql(
                    """
                    select count(*) from audit.entry
                    where action = 'PERSON_FOUND_BY_OPERATOR' and person_id = :id
                    """)
                .param("id", id.value())
                .query(Long.class)
                .single())
        .isEqualTo(3);
  }

  @Test
  void a_seal_opens_in_its_own_row_only() {
    var lan = add(RegisterFixtures.mau());
    var mai = add(RegisterFixtures.mau());
    sql.sql(
            """
            update people.person set particulars = (select particulars from people.person where person_id = :lan)
            where person_id = :mai
            """)
        .param("lan", lan.value())
        .param("mai", mai.value())
        .update();
    assertThat(people.find(lan)).isPresent();
    assertThatThrownBy(() -> people.find(mai)).isInstanceOf(IllegalStateException.class);
  }

  private String asked(String number) {
    var printed = new ByteArrayOutputStream();
    var stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    int code = command.answer(number, stream, stream);
    return (code + " " + printed.toString(StandardCharsets.UTF_8)).strip();
  }

  private static NewPerson born(BirthDate date) {
    var mau = RegisterFixtures.mau();
    return new NewPerson(
        mau.socialInsuranceNumber(),
        mau.personalId(),
        mau.fullName(),
        date,
        mau.sex(),
        mau.papers(),
        null,
        null,
        null,
        null,
        null,
        null,
        "VN");
  }

  private PersonId add(NewPerson person) {
    return ((Added) people.add(person, Actor.SYSTEM)).id();
  }

  private static List<PersonId> ids(List<Person> found) {
    return found.stream().map(Person::id).toList();
  }
}
