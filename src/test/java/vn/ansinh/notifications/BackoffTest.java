package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void pauses_double_up_to_an_hour_and_spread_over_their_second_half() {
    for (int attempt = 1; attempt <= 40; attempt++) {
      var nominal = Math.min(4_000L << Math.min(attempt - 1, 20), 3_600_000L);
      for (int seed = 0; seed < 200; seed++) {
        assertThat(Backoff.after(attempt, new Random(seed)))
            .isBetween(Duration.ofMillis(nominal / 2), Duration.ofMillis(nominal));
      }
    }
  }

  @Test
  void messages_that_failed_together_do_not_come_back_together() {
    var random = new Random(1);
    assertThat(IntStream.range(0, 100).mapToObj(_ -> Backoff.after(8, random)).distinct().count())
        .isGreaterThan(90);
  }
}
