package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.ansinh.platform.Mode;

/** The reader as long as the application runs. */
@ExtendWith(OutputCaptureExtension.class)
class BounceRoundsTest extends BounceSetting {

  @Autowired SslBundles bundles;

  @Test
  void the_mailbox_is_read_again_and_again_until_the_application_stops() throws Exception {
    var rounds =
        rounds(with(mailbox.settings(), "localhost", Duration.ofMillis(20)), Mode.Kind.DEMO);
    rounds.start();
    assertThat(rounds.isRunning()).isTrue();
    for (int i = 0; i < 2; i++) {
      var id = sent();
      mailbox.arrive(Dsn.failed(marks.of(id), "5.1.1").text());
      var until = clock.instant().plusSeconds(30);
      while (delivery(id).state() != DeliveryState.FAILED) {
        assertThat(clock.instant()).as("nobody reads").isBefore(until);
      }
    }
    rounds.stop();

    assertThat(rounds.isRunning()).isFalse();
    assertThat(mailbox.left()).as("a stop ends no mail halfway").isEmpty();
  }

  @Test
  void production_without_a_mailbox_says_so_in_one_line_and_runs(CapturedOutput output) {
    var off = with(mailbox.settings(), "", Duration.ofMinutes(1));
    rounds(off, Mode.Kind.DEMO).start();
    assertThat(output).doesNotContain("ANSINH_BOUNCES_HOST");

    var rounds = rounds(off, Mode.Kind.PRODUCTION);
    rounds.start();

    assertThat(output)
        .containsOnlyOnce("e-mail that comes back is not noticed: ANSINH_BOUNCES_HOST");
    assertThat(rounds.isRunning()).isFalse();
    rounds.stop();
  }

  private BounceRounds rounds(BounceSettings settings, Mode.Kind mode) {
    var outbox =
        new OutboxSettings(
            true,
            1,
            1,
            Duration.ofSeconds(1),
            Duration.ofMinutes(3),
            15,
            Duration.ofMinutes(10),
            Duration.ofDays(180));
    return new BounceRounds(
        settings, outbox, new Mode(mode), store, marks, bounces, bundles, clock);
  }

  private static BounceSettings with(BounceSettings it, String host, Duration every) {
    return new BounceSettings(
        host,
        it.port(),
        it.security(),
        it.username(),
        it.passwordFile(),
        it.folder(),
        it.address(),
        it.separator(),
        every,
        it.most(),
        it.leftFor(),
        it.mostLeft(),
        it.bytes(),
        it.connectTimeout(),
        it.timeout(),
        it.sslBundle());
  }
}
