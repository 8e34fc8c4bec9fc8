package vn.ansinh.adjusting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.staff.Role;
import vn.ansinh.support.LetterBoxTest;

/** A request is where it has come to, for the officers of its office. */
@LetterBoxTest
class AdjustmentQueueTest extends DeskSetting {

  @Autowired AdjustmentQueue queue;

  @Test
  void each_is_where_it_has_come_to_and_found_by_its_code() {
    var id = askers.handedIn(lan);
    var code = askers.now(lan).code().value();
    var waiting = queue.counts(an).get(AdjustmentStatus.SUBMITTED);
    assertThat(queue.byCode(code.toLowerCase(java.util.Locale.ROOT).replace("-", " "), an))
        .contains(id);
    var elsewhere = Askers.officer(staff.provincialOffice(), Role.REVIEWER);
    assertThat(queue.byCode(code, elsewhere)).as("another office").isEmpty();
    assertThat(queue.of(elsewhere, AdjustmentStatus.SUBMITTED, null))
        .extracting(Adjustment::id)
        .doesNotContain(id);
    assertThat(queue.byCode("F01-0000-0000", an)).isEmpty();
    assertThat(queue.byCode("x", an)).isEmpty();

    desk.take(id, an);
    desk.returnForCorrection(id, askers.now(lan).version(), an, "Ảnh mờ");
    assertThat(queue.counts(an).getOrDefault(AdjustmentStatus.SUBMITTED, 0L))
        .isEqualTo(waiting - 1);
    assertThat(queue.byCode(code, an)).contains(id);
    assertThat(queue.of(an, AdjustmentStatus.WITHDRAWN, null)).isEmpty();
    var administrator = Askers.officer(an.officeCode(), Role.ADMINISTRATOR);
    assertThat(queue.of(administrator, AdjustmentStatus.SUBMITTED, null)).isEmpty();
    assertThat(queue.counts(administrator)).isEmpty();
    assertThat(queue.byCode(code, administrator)).isEmpty();
  }
}
