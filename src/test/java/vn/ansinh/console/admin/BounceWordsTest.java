package vn.ansinh.console.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.notifications.BounceState;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.web.Texts;

/** How the page of messages tells of returned mail. */
@ApplicationTest
class BounceWordsTest {

  static final Instant READ = Instant.parse("2026-11-28T03:02:00Z");

  @Autowired BounceWords words;

  @Test
  void nobody_reading_is_said_and_no_figure_shown_that_would_look_like_all_is_well() {
    var off = words.of(new BounceState(false, null, false, 900, 0), Texts.VIETNAMESE);
    assertThat(off.state()).isEqualTo("Chưa bật");
    assertThat(off.tone()).isEmpty();
    assertThat(off.share()).contains("ANSINH_BOUNCES_HOST").doesNotContain("900");
    assertThat(off.reading()).isNull();
  }

  @Test
  void the_share_is_told_and_above_one_in_twenty_what_to_do() {
    var usual = words.of(new BounceState(true, READ, false, 1_000, 12), Texts.VIETNAMESE);
    assertThat(usual.tone()).isEqualTo("good");
    assertThat(usual.share()).contains("12 trong 1.000").contains("1,2%");
    assertThat(usual.reading()).contains("10:02");
    assertThat(usual.alarm()).isNull();

    var many = words.of(new BounceState(true, READ, false, 1_000, 51), Texts.ENGLISH);
    assertThat(many.tone()).isEqualTo("bad");
    assertThat(many.share()).contains("51 of the latest 1,000").contains("5.1%");
    assertThat(many.alarm()).contains("SPF");
    assertThat(words.of(new BounceState(true, READ, false, 19, 19), Texts.ENGLISH).alarm())
        .as("too few to mean anything")
        .isNull();
  }

  @Test
  void a_mailbox_that_cannot_be_read_is_worse_than_any_figure() {
    for (var language : List.of(Texts.VIETNAMESE, Locale.ENGLISH)) {
      var broken = words.of(new BounceState(true, null, true, 0, 0), language);
      assertThat(broken.tone()).isEqualTo("bad");
      assertThat(broken.state()).isNotBlank();
      assertThat(broken.reading()).isNotBlank();
    }
  }
}
