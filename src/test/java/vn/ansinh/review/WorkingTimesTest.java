package vn.ansinh.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.staff.Role.OFFICE_HEAD;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.review.Handling.Done;
import vn.ansinh.staff.Officer;
import vn.ansinh.support.TestClock;

class WorkingTimesTest extends OfficeTest {

  static final Instant NOON = Instant.parse("2026-11-28T05:00:00Z");

  @Autowired WorkingTimes times;
  @Autowired TestClock clock;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void pauses_of_more_than_five_minutes_do_not_count() {
    assertThat(between(0, 60, 90, 90 + 301, 90 + 301 + 300)).contains(Duration.ofSeconds(390));
    assertThat(between(0, 45)).contains(Duration.ofSeconds(45));
  }

  @Test
  void a_decision_with_nothing_but_long_pauses_or_no_look_behind_it_is_not_measured() {
    assertThat(between(0, 301)).isEmpty();
    assertThat(between(0)).isEmpty();
  }

  @Test
  void the_time_from_the_first_look_to_the_decision_is_kept_with_it() {
    var file = submitted(applicants.known());
    look(file, an);
    pass(60);
    looks.lookAtPicture(file, "PORTRAIT", an);
    pass(600);
    look(file, an);
    pass(30);
    assertThat(decisions.decide(file, approval(version(file)), ALL, an)).isEqualTo(new Done());
    assertKept(file, "APPROVE CONSISTENT", 90);
  }

  @Test
  void a_colleagues_looks_are_not_the_deciders_time() {
    var file = submitted();
    look(file, binh);
    pass(100);
    look(file, an);
    pass(20);
    decisions.decide(file, returning(file), ALL, an);
    assertKept(file, "RETURN LOOK_HERE", 20);
  }

  @Test
  void work_before_an_earlier_decision_is_not_counted_twice() {
    var file = submitted(applicants.known());
    look(file, an);
    pass(100);
    var asking =
        new Decision(Decision.Kind.ASK_TO_COME, version(file), List.of("SHOW_ORIGINALS"), "");
    assertThat(decisions.decide(file, asking, ALL, an)).isEqualTo(new Done());
    assertKept(file, "ASK_TO_COME CONSISTENT", 100);
    pass(200);
    look(file, an);
    pass(7);
    desk.recordPaper(file, an);
    assertThat(decisions.decide(file, approval(version(file)), ALL, an)).isEqualTo(new Done());
    assertKept(file, "APPROVE CONSISTENT", 7);
  }

  @Test
  void a_file_decided_without_a_look_is_counted_and_not_measured() {
    var file = submitted();
    decisions.decide(file, returning(file), ALL, an);
    assertThat(kept(file)).containsExactly("RETURN LOOK_HERE null");
    assertThat(all(head).getFirst()).isEqualTo(new WorkingTime(null, null, null, 1, 0, null, null));
  }

  @Test
  void the_head_sees_median_and_ninth_by_kind_and_verdict_and_by_officer() {
    Stream.of(10, 20, 30, 40, 1000).forEach(it -> decided(an, "APPROVE", "CONSISTENT", it));
    Stream.of(7, 8).forEach(it -> decided(binh, "REJECT", "CONTRADICTION", it));
    var found = all(head);
    assertThat(found.getFirst())
        .isEqualTo(new WorkingTime(null, null, null, 7, 7, seconds(20), seconds(1000)));
    assertThat(found)
        .contains(
            new WorkingTime(
                null,
                Decision.Kind.APPROVE,
                Assessment.CONSISTENT,
                5,
                5,
                seconds(30),
                seconds(1000)),
            new WorkingTime(null, Decision.Kind.REJECT, Assessment.CONTRADICTION, 2, 2, null, null),
            new WorkingTime(an.id(), null, null, 5, 5, seconds(30), seconds(1000)),
            new WorkingTime(binh.id(), null, null, 2, 2, null, null));
    assertThat(times.of(today(), today(), an.id(), head).getFirst().decided()).isEqualTo(5);
    assertThat(
            times.of(today().minusDays(9), today().minusDays(1), null, head).getFirst().decided())
        .isZero();
    assertThat(audited("WORKING_TIMES_SEEN", province)).isEqualTo(3);
  }

  @Test
  void nobody_but_a_head_sees_times_and_no_head_those_of_another_office() {
    decided(an, "APPROVE", "CONSISTENT", 10);
    assertThat(all(an)).isEmpty();
    var elsewhere = staff.officer(staff.office(province), OFFICE_HEAD);
    assertThat(all(elsewhere).getFirst().decided()).isZero();
    assertThat(audited("WORKING_TIMES_SEEN", district)).isZero();
  }

  private List<WorkingTime> all(Officer officer) {
    return times.of(today(), today(), null, officer);
  }

  private LocalDate today() {
    return VietnamTime.today(clock);
  }

  private void look(DeclarationId file, Officer officer) {
    assertThat(looks.open(file, officer)).isPresent();
  }

  private void pass(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  /** The newest decision; the clock of the tests goes on while they run. */
  private void assertKept(DeclarationId file, String decision, int seconds) {
    var kept = kept(file).getLast();
    assertThat(kept).startsWith(decision + " ");
    assertThat(Integer.parseInt(kept.substring(decision.length() + 1)))
        .isBetween(seconds, seconds + 25);
  }

  private List<String> kept(DeclarationId file) {
    return sql.sql(
            """
            select concat_ws(' ', kind, assessment, coalesce(cast(worked_seconds as text), 'null'))
            from review.decision where declaration_id = :file order by decided_at
            """)
        .param("file", file.value())
        .query(String.class)
        .list();
  }

  private void decided(Officer by, String kind, String assessment, int seconds) {
    sql.sql(
            """
            insert into review.decision
                (id, declaration_id, officer_id, office_code, kind, decided_at, assessment, worked_seconds)
            values (gen_random_uuid(), gen_random_uuid(), :by, :office, :kind, now(), :assessment, :seconds)
            """)
        .param("by", by.id().value())
        .param("office", district)
        .param("kind", kind)
        .param("assessment", assessment)
        .param("seconds", seconds)
        .update();
  }

  private long audited(String action, String office) {
    return sql.sql(
            "select count(*) from audit.entry where action = :action and subject_id = :office")
        .param("action", action)
        .param("office", office)
        .query(Long.class)
        .single();
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  /** The last moment is the decision. */
  private static Optional<Duration> between(int... seconds) {
    var moments = java.util.Arrays.stream(seconds).mapToObj(NOON::plusSeconds).toList();
    return WorkingTimes.between(moments.subList(0, moments.size() - 1), moments.getLast());
  }
}
