package vn.ansinh.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.review.Reason.Words;
import vn.ansinh.review.ReasonChange.Done;
import vn.ansinh.review.ReasonChange.Field;
import vn.ansinh.review.ReasonChange.Invalid;
import vn.ansinh.review.ReasonChange.NotAllowed;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Role;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestStaff;

@ApplicationTest
class ReasonsTest {

  static final Words VI = new Words("Ảnh chụp màn hình.", "Vui lòng chụp trực tiếp.");
  static final Words EN = new Words("A screenshot.", "Please take a photo.");

  @Autowired Reasons reasons;
  @Autowired TestStaff staff;
  @Autowired TestClock clock;

  Officer administrator;
  String code;

  @BeforeEach
  void an_administrator() {
    clock.reset();
    administrator = staff.officer(staff.provincialOffice(), Role.ADMINISTRATOR);
    code = "R" + TestStaff.random().toUpperCase(Locale.ROOT);
  }

  @Test
  void there_are_good_reasons_of_each_kind_from_the_start() {
    for (var kind : ReasonKind.values()) {
      assertThat(reasons.today(kind)).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void a_new_reason_is_offered_at_once_and_its_code_given_once() {
    assertThat(reasons.add(code, ReasonKind.RETURN, VI, EN, administrator)).isEqualTo(new Done());
    assertThat(reasons.today(ReasonKind.RETURN)).extracting(Reason::code).contains(code);
    assertThat(reasons.add(code, ReasonKind.REJECT, VI, EN, administrator))
        .isEqualTo(new ReasonChange.CodeTaken());
  }

  @Test
  void new_words_hold_from_their_day_and_the_old_ones_before() {
    var yesterday = VietnamTime.today(clock);
    reasons.add(code, ReasonKind.RETURN, VI, EN, administrator);
    clock.advance(Duration.ofDays(1));
    var other = new Words("Khác.", "Khác nữa.");
    assertThat(reasons.reword(code, other, EN, administrator)).isEqualTo(new Done());
    assertThat(reasons.find(code, yesterday).orElseThrow().vietnamese()).isEqualTo(VI);
    assertThat(reasons.find(code, yesterday.plusDays(1)).orElseThrow().in(Locale.of("vi")))
        .isEqualTo(other);
    assertThat(reasons.reword(code, VI, EN, administrator)).isEqualTo(new Done());
    assertThat(reasons.find(code, yesterday.plusDays(1)).orElseThrow().vietnamese()).isEqualTo(VI);
  }

  @Test
  void a_retired_reason_is_not_offered_any_more_and_still_explains_old_files() {
    var day = VietnamTime.today(clock);
    reasons.add(code, ReasonKind.RETURN, VI, EN, administrator);
    reasons.retire(code, administrator);
    clock.advance(Duration.ofDays(1));
    assertThat(reasons.today(ReasonKind.RETURN)).extracting(Reason::code).doesNotContain(code);
    assertThat(reasons.find(code, day)).isPresent();
    assertThat(reasons.reword(code, VI, EN, administrator)).isEqualTo(new ReasonChange.Unknown());
    assertThat(reasons.retire(code, administrator)).isEqualTo(new ReasonChange.Unknown());
  }

  @Test
  void what_is_missing_is_named() {
    var empty = new Words(" ", "");
    assertThat(reasons.add("nhỏ", ReasonKind.RETURN, empty, empty, administrator))
        .isEqualTo(new Invalid(java.util.EnumSet.allOf(Field.class)));
  }

  @Test
  void only_administrators_change_reasons() {
    var officer = staff.officer(staff.provincialOffice(), Role.OFFICE_HEAD);
    assertThat(reasons.add(code, ReasonKind.RETURN, VI, EN, officer)).isEqualTo(new NotAllowed());
    assertThat(reasons.reword("NAME_DIFFERS", VI, EN, officer)).isEqualTo(new NotAllowed());
    assertThat(reasons.retire("NAME_DIFFERS", officer)).isEqualTo(new NotAllowed());
  }
}
