package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.accounts.Together;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.Submission.Accepted;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

/** Notice S2 (rule R10): what is not brought in within ten days is deleted. */
@LetterBoxTest
class TenDaysTest {

  @Autowired Declarations declarations;
  @Autowired Deadlines deadlines;
  @Autowired Drafts drafts;
  @Autowired Applicants applicants;
  @Autowired Told told;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void after_the_tenth_day_without_papers_the_declaration_is_deleted() {
    var typed = onPaper();
    var accepted = applicants.submitted(typed);
    assertThat(find(accepted).clock().actBy()).isEqualTo(today().plusDays(10));

    pass(10);
    deadlines.erase();
    assertThat(find(accepted).status()).isEqualTo(DeclarationStatus.AWAITING_PAPER);

    pass(1);
    deadlines.erase();
    var expired = find(accepted);
    assertThat(expired.status()).isEqualTo(DeclarationStatus.EXPIRED);
    assertThat(expired.isErased()).isTrue();
    assertThat(expired.photos()).isEqualTo(Photos.NONE);
    assertThat(declarations.byStatusSecret(accepted.statusSecret())).contains(expired);
    assertThat(declarations.recipient(accepted.id())).isEmpty();
    assertThat(told.count(DeclarationExpired.class, accepted.id())).isOne();
    assertThat(told.lastNames()).contains(typed.get(Field.FULL_NAME));
    assertThat(audited("DECLARATION_EXPIRED", accepted)).isOne();
    // Phone, e-mail and number are free again.
    assertThat(applicants.submit(typed)).isInstanceOf(Accepted.class);
  }

  @Test
  void the_days_are_vietnamese_days() {
    var beforeMidnight = Duration.between(clock.instant(), lateToday());
    clock.advance(beforeMidnight);
    var accepted = applicants.submitted(onPaper());
    var declaredOn = find(accepted).clock().declaredOn();
    assertThat(declaredOn).isEqualTo(VietnamTime.date(clock.instant()));
    clock.advance(Duration.ofDays(10));
    deadlines.erase();
    assertThat(find(accepted).status()).isEqualTo(DeclarationStatus.AWAITING_PAPER);
    clock.advance(Duration.ofMinutes(2));
    deadlines.erase();
    assertThat(find(accepted).status()).isEqualTo(DeclarationStatus.EXPIRED);
  }

  @Test
  void on_the_seventh_day_there_is_one_reminder() throws Exception {
    var accepted = applicants.submitted(onPaper());
    pass(6);
    deadlines.remind();
    assertThat(reminders(accepted)).isZero();
    pass(1);
    Together.run(
        8,
        _ -> {
          deadlines.remind();
          return 0;
        });
    pass(1);
    deadlines.remind();
    assertThat(reminders(accepted)).isOne();
    assertThat(find(accepted).clock().remindedAt()).isNotNull();
  }

  @Test
  void whoever_brings_the_papers_in_time_is_neither_reminded_nor_deleted() {
    var accepted = applicants.submitted(onPaper());
    pass(5);
    declarations.recordPaperReceipt(accepted.id(), Applicants.OFFICER);
    pass(30);
    deadlines.remind();
    deadlines.erase();
    var kept = find(accepted);
    assertThat(kept.status()).isEqualTo(DeclarationStatus.SUBMITTED);
    assertThat(kept.isErased()).isFalse();
    assertThat(reminders(accepted)).isZero();
  }

  @Test
  void an_online_file_is_not_deleted_because_the_office_is_slow() {
    var accepted = applicants.submitted(Applicants.stranger());
    pass(60);
    deadlines.erase();
    assertThat(find(accepted).status()).isEqualTo(DeclarationStatus.SUBMITTED);
  }

  @Test
  void an_applicant_asked_to_come_late_still_has_ten_days() {
    var file = applicants.inReview(Applicants.stranger());
    pass(20);
    declarations.askToCome(file.id(), file.version(), Applicants.OFFICER, List.of("SHOW"), null);
    pass(10);
    deadlines.erase();
    assertThat(declarations.find(file.id()).orElseThrow().isErased()).isFalse();
    pass(1);
    deadlines.erase();
    assertThat(declarations.find(file.id()).orElseThrow().status())
        .isEqualTo(DeclarationStatus.EXPIRED);
  }

  @Test
  void eight_nodes_at_once_delete_each_declaration_once() throws Exception {
    var accepted =
        List.of(onPaper(), onPaper(), onPaper()).stream().map(applicants::submitted).toList();
    pass(11);
    Together.run(
        8,
        _ -> {
          deadlines.erase();
          return 0;
        });
    for (var one : accepted) {
      assertThat(find(one).status()).isEqualTo(DeclarationStatus.EXPIRED);
      assertThat(audited("DECLARATION_EXPIRED", one)).isOne();
    }
  }

  @Test
  void a_draft_goes_seven_days_after_the_last_change() {
    var draft = drafts.start();
    pass(6);
    drafts.save(draft.id(), DraftContent.empty("vi").with(Applicants.stranger()));
    pass(6);
    deadlines.erase();
    assertThat(drafts.find(draft.secret())).isPresent();
    pass(2);
    assertThat(drafts.find(draft.secret())).isEmpty();
    assertThat(declarations.submit(draft.id(), UUID.randomUUID())).isEqualTo(new Submission.Gone());
    deadlines.erase();
    assertThat(
            sql.sql("select count(*) from registration.draft where id = :id")
                .param("id", draft.id().value())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void rejected_data_are_erased_after_their_retention() {
    var file = applicants.inReview(Applicants.stranger());
    declarations.reject(file.id(), file.version(), Applicants.OFFICER, List.of("X"), "ghi chú");
    pass(89);
    deadlines.erase();
    assertThat(declarations.find(file.id()).orElseThrow().isErased()).isFalse();
    pass(2);
    deadlines.erase();
    var erased = declarations.find(file.id()).orElseThrow();
    assertThat(erased.isErased()).isTrue();
    assertThat(erased.status()).isEqualTo(DeclarationStatus.REJECTED);
    assertThat(declarations.history(file.id())).allMatch(it -> it.note() == null);
  }

  private static Map<Field, String> onPaper() {
    return Applicants.typing(Applicants.stranger(), Field.HAND_IN, HandIn.BY_POST.name());
  }

  private void pass(int days) {
    clock.advance(Duration.ofDays(days));
  }

  private LocalDate today() {
    return VietnamTime.today(clock);
  }

  private Instant lateToday() {
    return today().atTime(LocalTime.of(23, 59)).atZone(VietnamTime.ZONE).toInstant();
  }

  private Declaration find(Accepted accepted) {
    return declarations.find(accepted.id()).orElseThrow();
  }

  private long reminders(Accepted accepted) {
    return told.count(DeclarationReminderDue.class, accepted.id());
  }

  private long audited(String action, Accepted accepted) {
    return sql.sql("select count(*) from audit.entry where action = :action and subject_id = :id")
        .param("action", action)
        .param("id", accepted.id().value().toString())
        .query(Long.class)
        .single();
  }
}
