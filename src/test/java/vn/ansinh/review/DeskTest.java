package vn.ansinh.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.staff.Role.ADMINISTRATOR;
import static vn.ansinh.staff.Role.INTAKE;
import static vn.ansinh.staff.Role.OFFICE_HEAD;
import static vn.ansinh.staff.Role.REVIEWER;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Field;
import vn.ansinh.review.Handling.Done;
import vn.ansinh.staff.Officer;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestStaff;

@SpringBootTest
@Import({
  TestStaff.class,
  Applicants.class,
  SentSecrets.Configured.class,
  TestClock.Configured.class
})
class DeskTest {

  static final Set<CheckItem> ALL = EnumSet.complementOf(EnumSet.of(CheckItem.FORM_SIGNED));

  @Autowired Desk desk;
  @Autowired Queue queue;
  @Autowired FileDecisions decisions;
  @Autowired RegisterSearch register;
  @Autowired Tasks tasks;
  @Autowired Declarations declarations;
  @Autowired Accounts accounts;
  @Autowired Applicants applicants;
  @Autowired TestStaff staff;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;

  String province;
  String district;
  Officer an;
  Officer binh;
  Officer head;

  @BeforeEach
  void two_reviewers_and_their_head() {
    province = staff.provincialOffice();
    district = staff.office(province);
    an = staff.officer(district, REVIEWER);
    binh = staff.officer(district, REVIEWER);
    head = staff.officer(province, OFFICE_HEAD);
  }

  @Test
  void a_declaration_stands_in_the_queue_of_its_office_and_of_those_above() {
    var file = submitted();
    assertThat(ids(QueueTab.NEW, an)).containsExactly(file);
    assertThat(ids(QueueTab.NEW, head)).containsExactly(file);
    assertThat(queue.counts(an).of(QueueTab.NEW)).isEqualTo(1);
    var line = queue.page(QueueFilter.of(QueueTab.ALL), an).lines().getFirst();
    assertThat(line.receiptDue()).isNotNull();
    assertThat(line.fullName()).isEqualTo("Nguyễn Thị Hoà Mẫu");
  }

  @Test
  void a_file_of_another_office_does_not_exist() {
    var file = submitted();
    var stranger = staff.officer(staff.provincialOffice(), OFFICE_HEAD);
    assertThat(desk.open(file, stranger)).isEmpty();
    assertThat(desk.lookAtPicture(file, "PORTRAIT", stranger)).isEmpty();
    assertThat(desk.take(file, stranger)).isEqualTo(new Handling.NotFound());
    assertThat(decisions.decide(file, approval(1), ALL, stranger))
        .isEqualTo(new Handling.NotFound());
    assertThat(desk.byCode(code(file), stranger)).isEmpty();
    assertThat(ids(QueueTab.ALL, stranger)).isEmpty();
    assertThat(register.byNumber(file, "7900000001", stranger)).isEmpty();
    assertThat(audited(file, "FILE_OPENED")).isZero();
  }

  @Test
  void an_officer_below_does_not_see_files_of_the_office_above() {
    var file =
        applicants
            .submitted(Applicants.typing(Applicants.stranger(), Field.OFFICE_CODE, province))
            .id();
    assertThat(desk.open(file, an)).isEmpty();
    assertThat(desk.open(file, head)).isPresent();
  }

  @Test
  void an_administrator_sees_no_file_and_no_queue() {
    var file = submitted();
    var administrator = staff.officer(district, ADMINISTRATOR);
    assertThat(desk.open(file, administrator)).isEmpty();
    assertThat(ids(QueueTab.ALL, administrator)).isEmpty();
    assertThat(queue.counts(administrator).of(QueueTab.ALL)).isZero();
  }

  @Test
  void every_look_is_on_the_trail() {
    var file = submitted();
    desk.open(file, an);
    desk.open(file, an);
    desk.lookAtPicture(file, "PAPER_FRONT", an);
    assertThat(audited(file, "FILE_OPENED")).isEqualTo(2);
    assertThat(audited(file, "PICTURE_SEEN")).isEqualTo(1);
  }

  @Test
  void a_taken_file_is_mine_and_nobody_elses() {
    var file = submitted();
    assertThat(desk.take(file, an)).isEqualTo(new Done());
    assertThat(ids(QueueTab.MINE, an)).containsExactly(file);
    assertThat(ids(QueueTab.NEW, an)).isEmpty();
    assertThat(desk.take(file, binh)).isEqualTo(new Handling.HeldBy(an.id()));
    assertThat(decisions.decide(file, approval(version(file)), ALL, binh))
        .isEqualTo(new Handling.HeldBy(an.id()));
    assertThat(desk.giveBack(file, binh)).isEqualTo(new Handling.HeldBy(an.id()));
    assertThat(desk.giveBack(file, an)).isEqualTo(new Done());
    assertThat(ids(QueueTab.NEW, binh)).containsExactly(file);
  }

  @Test
  void a_file_is_handed_to_a_colleague_who_may_see_it() {
    var file = submitted();
    desk.take(file, an);
    var stranger = staff.officer(staff.provincialOffice(), REVIEWER);
    assertThat(desk.handTo(file, stranger.id(), an)).isEqualTo(new Handling.NoSuchReceiver());
    assertThat(desk.handTo(file, binh.id(), an)).isEqualTo(new Done());
    assertThat(ids(QueueTab.MINE, binh)).containsExactly(file);
    assertThat(ids(QueueTab.MINE, an)).isEmpty();
  }

  @Test
  void the_head_of_the_office_takes_files_over_and_shares_them_out() {
    var file = submitted();
    desk.take(file, an);
    assertThat(queue.workloads(head)).containsExactly(new Workload(an.id(), 1, 0, 0));
    assertThat(desk.handTo(file, binh.id(), head)).isEqualTo(new Done());
    assertThat(ids(QueueTab.MINE, binh)).containsExactly(file);
    assertThat(desk.take(file, head)).isEqualTo(new Done());
    assertThat(queue.workloads(an)).isEmpty();
  }

  @Test
  void a_moved_file_is_new_in_the_other_office_and_gone_from_here() {
    var other = staff.office(province);
    var there = staff.officer(other, REVIEWER);
    var file = submitted();
    desk.take(file, an);
    assertThat(desk.moveTo(file, other, an)).isEqualTo(new Done());
    assertThat(ids(QueueTab.ALL, an)).isEmpty();
    assertThat(desk.open(file, an)).isEmpty();
    assertThat(ids(QueueTab.NEW, there)).containsExactly(file);
    assertThat(desk.moveTo(file, "00001", there)).isEqualTo(new Handling.NoSuchReceiver());
  }

  @Test
  void a_scanned_form_records_that_the_papers_came() {
    var file = submitted(Field.HAND_IN, "AT_DESK");
    assertThat(ids(QueueTab.WAITING, an)).containsExactly(file);
    assertThat(desk.take(file, an)).isInstanceOf(Handling.Stale.class);
    var intake = staff.officer(district, INTAKE);
    assertThat(desk.byCode("ANSINH:F01:" + code(file), intake)).contains(file);
    assertThat(desk.byCode(code(file).toLowerCase().replace("-", " "), intake)).contains(file);
    assertThat(desk.byCode("rubbish", intake)).isEmpty();
    assertThat(desk.recordPaper(file, intake)).isEqualTo(new Done());
    assertThat(ids(QueueTab.NEW, an)).containsExactly(file);
    assertThat(desk.recordPaper(file, intake)).isInstanceOf(Handling.Stale.class);
  }

  @Test
  void approving_opens_the_account_and_takes_the_file_off_the_queue() {
    var known = applicants.known();
    var file = submitted(known);
    assertThat(decisions.decide(file, approval(version(file)), ALL, an)).isEqualTo(new Done());
    assertThat(declarations.find(file).orElseThrow().status())
        .isEqualTo(DeclarationStatus.APPROVED);
    assertThat(accounts.exists(known.person())).isTrue();
    assertThat(ids(QueueTab.ALL, an)).isEmpty();
    assertThat(audited(file, "DECLARATION_APPROVED")).isEqualTo(1);
    assertThat(queue.workloads(head)).containsExactly(new Workload(an.id(), 0, 0, 1));
    assertThat(desk.open(file, an)).isPresent();
  }

  @Test
  void nothing_is_approved_before_everything_is_compared() {
    var file = submitted(applicants.known());
    var missing = EnumSet.of(CheckItem.PAPER_VALID);
    var ticked = EnumSet.copyOf(ALL);
    ticked.removeAll(missing);
    assertThat(decisions.decide(file, approval(version(file)), ticked, an))
        .isEqualTo(new Handling.Unchecked(missing));
  }

  @Test
  void intake_sends_back_but_does_not_decide() {
    var intake = staff.officer(district, INTAKE);
    var file = submitted(applicants.known());
    assertThat(decisions.decide(file, approval(version(file)), ALL, intake))
        .isEqualTo(new Handling.NotAllowed());
    var rejection =
        new Decision(Decision.Kind.REJECT, version(file), List.of("NOT_THE_HOLDER"), "");
    assertThat(decisions.decide(file, rejection, ALL, intake)).isEqualTo(new Handling.NotAllowed());
    assertThat(decisions.decide(file, returning(file), Set.of(), intake)).isEqualTo(new Done());
  }

  @Test
  void a_return_needs_a_reason_of_its_kind_that_holds_today() {
    var file = submitted();
    var none = new Decision(Decision.Kind.RETURN, version(file), List.of(), "");
    var unknown = new Decision(Decision.Kind.RETURN, version(file), List.of("NO_SUCH"), "");
    var other = new Decision(Decision.Kind.RETURN, version(file), List.of("NOT_THE_HOLDER"), "");
    assertThat(decisions.decide(file, none, Set.of(), an)).isEqualTo(new Handling.NoReason());
    assertThat(decisions.decide(file, unknown, Set.of(), an))
        .isEqualTo(new Handling.UnknownReason());
    assertThat(decisions.decide(file, other, Set.of(), an)).isEqualTo(new Handling.UnknownReason());
  }

  @Test
  void a_returned_file_waits_for_the_applicant_with_its_reasons_in_the_history() {
    var file = submitted();
    assertThat(decisions.decide(file, returning(file), Set.of(), an)).isEqualTo(new Done());
    assertThat(ids(QueueTab.RETURNED, an)).containsExactly(file);
    assertThat(ids(QueueTab.MINE, an)).isEmpty();
    var last = desk.open(file, an).orElseThrow().history().getLast();
    assertThat(last.reasons()).containsExactly("PHOTO_UNREADABLE");
    assertThat(last.note()).isEqualTo("Mặt sau bị lóa.");
  }

  @Test
  void who_saw_an_older_version_decides_nothing() {
    var file = submitted();
    var seen = version(file);
    desk.take(file, an);
    desk.giveBack(file, an);
    assertThat(
            decisions.decide(
                file,
                new Decision(Decision.Kind.RETURN, seen, List.of("NAME_DIFFERS"), ""),
                Set.of(),
                an))
        .isEqualTo(new Handling.Stale(DeclarationStatus.SUBMITTED));
  }

  @Test
  void a_file_nobody_was_found_for_is_matched_before_it_is_approved() {
    var file = submitted();
    assertThat(decisions.decide(file, approval(version(file)), ALL, an))
        .isEqualTo(new Handling.Unmatched());
    var known = applicants.known();
    var number = known.details().socialInsuranceNumber();
    assertThat(register.byNumber(file, number, an)).hasSize(1);
    assertThat(
            register.byNameDateAndPaper(
                file,
                "NGUYỄN THỊ HÒA MẪU",
                new BirthDate(1990, 1, 15),
                known.details().personalId(),
                an))
        .hasSize(1);
    assertThat(audited(file, "REGISTER_SEARCHED")).isEqualTo(2);
    assertThat(seenFor(file, known.person())).isEqualTo(2);
    assertThat(register.choose(file, known.person(), an)).isEqualTo(new Done());
    var opened = desk.open(file, an).orElseThrow();
    assertThat(opened.registered().orElseThrow().id()).isEqualTo(known.person());
    assertThat(seenFor(file, known.person())).isEqualTo(3);
    assertThat(opened.comparison().orElseThrow().of(Comparison.Field.FULL_NAME))
        .isEqualTo(Comparison.Verdict.SAME);
    assertThat(opened.comparison().orElseThrow().of(Comparison.Field.NUMBER))
        .isEqualTo(Comparison.Verdict.DIFFERENT);
    assertThat(decisions.decide(file, approval(version(file)), ALL, an)).isEqualTo(new Done());
    assertThat(accounts.exists(known.person())).isTrue();
  }

  @Test
  void a_person_with_an_account_gets_no_second_one() {
    var known = applicants.known();
    decisions.decide(submitted(known), approval(1), ALL, an);
    var second = submitted();
    register.choose(second, known.person(), an);
    assertThat(decisions.decide(second, approval(version(second)), ALL, an))
        .isEqualTo(new Handling.AlreadyRegistered());
    assertThat(ids(QueueTab.NEW, an)).containsExactly(second);
  }

  @Test
  void notes_and_ticks_stay_with_the_file() {
    var file = submitted();
    desk.note(file, "Đã gọi điện, hẹn bổ sung ảnh.\nGọi lại chiều nay.", an);
    desk.tick(file, EnumSet.of(CheckItem.ADDRESS_GIVEN), an);
    var opened = desk.open(file, binh).orElseThrow();
    assertThat(opened.notes()).extracting(Note::text).first().asString().contains("\nGọi lại");
    assertThat(opened.ticked()).containsExactly(CheckItem.ADDRESS_GIVEN);
    assertThat(desk.note(file, "x".repeat(2001), an)).isEqualTo(new Handling.NoteTooLong());
  }

  @Test
  void a_withdrawn_declaration_leaves_nothing_on_the_desk() {
    var file = submitted();
    desk.note(file, "ghi chú", an);
    desk.tick(file, ALL, an);
    declarations.withdraw(file);
    assertThat(ids(QueueTab.ALL, an)).isEmpty();
    for (var table : List.of("note", "tick", "queue_entry", "match")) {
      assertThat(
              sql.sql("select count(*) from review." + table + " where declaration_id = :id")
                  .param("id", file.value())
                  .query(Long.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  @Test
  void next_is_what_is_in_hand_then_the_most_urgent() {
    assertThat(queue.next(an, null)).isEmpty();
    var first = submitted();
    var second = submitted();
    assertThat(queue.next(an, null)).contains(first);
    desk.take(second, an);
    assertThat(queue.next(an, null)).contains(second);
    assertThat(queue.next(an, second)).contains(first);
    assertThat(queue.next(binh, first)).contains(first);
  }

  @Test
  void the_queue_is_searched_by_words_numbers_and_codes_in_any_order() {
    var number = RegisterFixtures.socialInsuranceNumber();
    var file = submitted(Field.NUMBER, number);
    submitted();
    for (var text : List.of(number, code(file), "mau " + number.substring(4), "MẪU " + number)) {
      assertThat(queue.page(filter(text), an).lines())
          .as(text)
          .extracting(QueueLine::id)
          .containsExactly(file);
    }
    assertThat(queue.page(filter("hòa mẫu"), an).lines()).hasSize(2);
    assertThat(queue.page(filter("%"), an).lines()).hasSize(2);
    assertThat(queue.page(filter("không có ai"), an).lines()).isEmpty();
  }

  @Test
  void an_undelivered_message_becomes_one_task_of_the_office() {
    var known = applicants.known();
    var file = submitted(known);
    transaction.executeWithoutResult(
        _ -> {
          tasks.undeliverable(file, "SMS");
          tasks.undeliverable(file, "SMS");
        });
    assertThat(tasks.open(an)).hasSize(1);
    assertThat(queue.counts(an).tasks()).isEqualTo(1);
    assertThat(desk.open(file, an).orElseThrow().tasks()).hasSize(1);
    var stranger = staff.officer(staff.provincialOffice(), REVIEWER);
    assertThat(tasks.open(stranger)).isEmpty();
    var task = tasks.open(an).getFirst();
    assertThat(tasks.done(task.id(), stranger)).isEqualTo(new Handling.NotFound());
    assertThat(tasks.done(task.id(), an)).isEqualTo(new Done());
    assertThat(tasks.open(an)).isEmpty();

    decisions.decide(file, approval(version(file)), ALL, an);
    transaction.executeWithoutResult(_ -> tasks.undeliverable(known.person(), "EMAIL"));
    assertThat(tasks.open(an)).extracting(Task::declaration).containsExactly(file);
  }

  private DeclarationId submitted() {
    return applicants
        .submitted(Applicants.typing(Applicants.stranger(), Field.OFFICE_CODE, district))
        .id();
  }

  private DeclarationId submitted(Field field, String value) {
    var typed = Applicants.typing(Applicants.stranger(), Field.OFFICE_CODE, district);
    return applicants.submitted(Applicants.typing(typed, field, value)).id();
  }

  private DeclarationId submitted(Applicants.Known known) {
    return applicants.submitted(known.typing(Field.OFFICE_CODE, district)).id();
  }

  private int version(DeclarationId id) {
    return declarations.find(id).orElseThrow().version();
  }

  private String code(DeclarationId id) {
    return declarations.find(id).orElseThrow().code().value();
  }

  private static Decision approval(int version) {
    return new Decision(Decision.Kind.APPROVE, version, List.of(), "");
  }

  private Decision returning(DeclarationId id) {
    return new Decision(
        Decision.Kind.RETURN, version(id), List.of("PHOTO_UNREADABLE"), "Mặt sau bị lóa.");
  }

  private List<DeclarationId> ids(QueueTab tab, Officer officer) {
    return queue.page(QueueFilter.of(tab), officer).lines().stream().map(QueueLine::id).toList();
  }

  private static QueueFilter filter(String text) {
    return new QueueFilter(QueueTab.ALL, text, null, null, null, null, QueueSort.NAME, 1);
  }

  private long seenFor(DeclarationId file, PersonId person) {
    return sql.sql(
            """
            select count(*) from audit.entry
            where action = 'PERSON_SEEN' and person_id = :person
              and details ->> 'declaration' = :file
            """)
        .param("person", person.value())
        .param("file", file.value().toString())
        .query(Long.class)
        .single();
  }

  private long audited(DeclarationId id, String action) {
    return sql.sql("select count(*) from audit.entry where subject_id = :id and action = :action")
        .param("id", id.value().toString())
        .param("action", action)
        .query(Long.class)
        .single();
  }
}
