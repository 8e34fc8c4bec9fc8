package vn.ansinh.datarights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.Together;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Line;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.people.People;
import vn.ansinh.people.Placed;
import vn.ansinh.people.Registered;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;
import vn.ansinh.review.RecoveryOffice;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Role;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestStaff;

@LetterBoxTest
class RequestsTest {

  static final String WISH = "Ngày sinh của tôi ghi sai.\nĐúng là 15/01/1990.";
  static final String ANSWER = "Đã sửa ngày sinh theo giấy khai sinh.";

  @Autowired Requests requests;
  @Autowired RequestDesk desk;
  @Autowired Traces traces;
  @Autowired People people;
  @Autowired Accounts accounts;
  @Autowired Offices offices;
  @Autowired TestStaff staff;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  PersonId lan;

  @BeforeEach
  void somebody_who_lives_where_an_office_serves() {
    clock.reset();
    RecoveryOffice.in(staff, offices);
    lan = resident();
  }

  @Test
  void it_waits_at_the_office_where_the_person_lives_and_is_answered_with_a_reason() {
    var id = sent(RequestKind.CORRECT);
    var an = officer(Role.REVIEWER);
    assertThat(offices.suggest(Layer.SINCE_2025, RecoveryOffice.WARD))
        .extracting(Office::code)
        .contains(an.officeCode());
    assertThat(desk.waiting(an)).extracting(DataRequest::id).contains(id);
    assertThat(desk.open(id, an).orElseThrow().wish()).isEqualTo(WISH);

    assertThat(desk.answer(id, true, ANSWER, an)).isEqualTo(Answering.DONE);
    var mine = requests.of(lan).getFirst();
    assertThat(mine.status()).isEqualTo(RequestStatus.GRANTED);
    assertThat(mine.answer()).isEqualTo(ANSWER);
    assertThat(desk.waiting(an)).extracting(DataRequest::id).doesNotContain(id);
    assertThat(desk.open(id, an)).isEmpty();
    assertThat(told()).containsExactlyInAnyOrder("DATA_REQUEST_SUBMITTED", "DATA_REQUEST_ANSWERED");
    assertThat(traces.of(lan, Deed.Group.LOOK, Line.Mark.NEWEST).traces())
        .extracting(Trace::deed)
        .contains(Deed.DATA_REQUEST_OPENED);
    assertThat(traces.of(lan, Deed.Group.CHANGE, Line.Mark.NEWEST).traces())
        .extracting(Trace::deed)
        .contains(Deed.DATA_REQUEST_GRANTED, Deed.DATA_REQUEST_SUBMITTED);
  }

  @Test
  void one_of_a_kind_waits_at_a_time_however_many_are_sent_at_once() throws Exception {
    var answers = Together.run(8, _ -> requests.send(lan, RequestKind.ERASE, WISH));
    assertThat(answers).filteredOn(Requesting.Sent.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Requesting.AlreadyWaiting.class::isInstance).hasSize(7);
    assertThat(requests.send(lan, RequestKind.OBJECT, WISH)).isInstanceOf(Requesting.Sent.class);
  }

  @Test
  void of_two_answers_and_a_withdrawal_at_once_one_counts() throws Exception {
    var id = sent(RequestKind.RESTRICT);
    var an = officer(Role.REVIEWER);
    var head = officer(Role.OFFICE_HEAD);
    var done =
        Together.run(
            9,
            i ->
                switch (i % 3) {
                  case 0 -> desk.answer(id, true, ANSWER, an) == Answering.DONE;
                  case 1 -> desk.answer(id, false, ANSWER, head) == Answering.DONE;
                  default -> requests.withdraw(lan, id);
                });
    assertThat(done).filteredOn(it -> it).hasSize(1);
  }

  @Test
  void it_is_seen_by_those_who_may_and_answered_by_those_who_decide() {
    var id = sent(RequestKind.ACCESS);
    var stranger = staff.officer(staff.provincialOffice(), Role.OFFICE_HEAD);
    var administrator = officer(Role.ADMINISTRATOR);
    var counter = officer(Role.INTAKE);
    for (var nobody : new Officer[] {stranger, administrator}) {
      assertThat(desk.waiting(nobody)).extracting(DataRequest::id).doesNotContain(id);
      assertThat(desk.open(id, nobody)).isEmpty();
      assertThat(desk.answer(id, true, ANSWER, nobody)).isEqualTo(Answering.NOT_FOUND);
    }
    assertThat(desk.open(id, counter)).isPresent();
    assertThat(desk.answer(id, true, ANSWER, counter)).isEqualTo(Answering.NOT_FOUND);
    assertThat(requests.withdraw(resident(), id)).as("somebody else's").isFalse();
  }

  @Test
  void nothing_said_and_too_much_said_is_not_sent_and_not_answered() {
    assertThat(requests.send(lan, RequestKind.ACCESS, " \n "))
        .isEqualTo(new Requesting.Unreadable());
    assertThat(requests.send(lan, RequestKind.ACCESS, "x".repeat(Requests.LONGEST + 1)))
        .isEqualTo(new Requesting.Unreadable());
    var id = sent(RequestKind.ACCESS);
    var an = officer(Role.REVIEWER);
    assertThat(desk.answer(id, false, "  ", an)).isEqualTo(Answering.UNREADABLE);
    assertThat(desk.answer(new UUID(1, 1), false, ANSWER, an)).isEqualTo(Answering.NOT_FOUND);
    assertThat(told()).containsExactly("DATA_REQUEST_SUBMITTED");
  }

  @Test
  void sending_and_taking_back_all_day_comes_to_an_end() {
    for (int i = 0; i < 12; i++) {
      assertThat(requests.withdraw(lan, sent(RequestKind.OBJECT))).isTrue();
    }
    assertThat(requests.send(lan, RequestKind.OBJECT, WISH)).isEqualTo(new Requesting.TooMany());
  }

  @Test
  void whom_the_register_places_nowhere_the_agency_answers() {
    var nowhere = Somebody.in(people).id();
    sql.sql(
            """
            update people.person set address_layer = null, ward_code = null where person_id = :id
            """)
        .param("id", nowhere.value())
        .update();
    assertThat(requests.send(nowhere, RequestKind.ACCESS, WISH))
        .isInstanceOf(Requesting.Sent.class);
    assertThat(requests.of(nowhere).getFirst().officeCode()).isEqualTo(Office.ROOT);
  }

  private UUID sent(RequestKind kind) {
    return ((Requesting.Sent) requests.send(lan, kind, WISH)).id();
  }

  /** Of the office that answers. */
  private Officer officer(Role role) {
    return staff.officer(requests.of(lan).getFirst().officeCode(), role);
  }

  private java.util.List<String> told() {
    return sql.sql(
            """
            select distinct kind from notifications.message
            where person_id = :id and kind like 'DATA%'
            """)
        .param("id", lan.value())
        .query(String.class)
        .list();
  }

  private PersonId resident() {
    while (true) {
      var person = Placed.in(RecoveryOffice.WARD);
      if (people.add(person, Actor.SYSTEM) instanceof Registered.Added(var id)) {
        accounts.open(
            id,
            person.socialInsuranceNumber(),
            java.util.List.of(Contact.email("somebody" + Ids.next() + "@example.vn")),
            Locale.of("vi"),
            Actor.SYSTEM);
        return id;
      }
    }
  }
}
