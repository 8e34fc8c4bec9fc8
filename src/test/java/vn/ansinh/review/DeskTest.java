package vn.ansinh.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.staff.Role.INTAKE;
import static vn.ansinh.staff.Role.REVIEWER;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ansinh.registration.Field;
import vn.ansinh.review.Handling.Done;

class DeskTest extends OfficeTest {

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
    assertThat(looks.open(file, an)).isEmpty();
    assertThat(ids(QueueTab.NEW, there)).containsExactly(file);
    assertThat(desk.moveTo(file, "00001", there)).isEqualTo(new Handling.NoSuchReceiver());
  }

  @Test
  void a_scanned_form_records_that_the_papers_came() {
    var file = submitted(Map.of(Field.HAND_IN, "AT_DESK"));
    assertThat(ids(QueueTab.WAITING, an)).containsExactly(file);
    assertThat(desk.take(file, an)).isInstanceOf(Handling.Stale.class);
    var intake = staff.officer(district, INTAKE);
    assertThat(looks.byCode("ANSINH:F01:" + code(file), intake)).contains(file);
    assertThat(looks.byCode(code(file).toLowerCase().replace("-", " "), intake)).contains(file);
    assertThat(looks.byCode("rubbish", intake)).isEmpty();
    assertThat(desk.recordPaper(file, intake)).isEqualTo(new Done());
    assertThat(ids(QueueTab.NEW, an)).containsExactly(file);
    assertThat(desk.recordPaper(file, intake)).isInstanceOf(Handling.Stale.class);
  }
}
