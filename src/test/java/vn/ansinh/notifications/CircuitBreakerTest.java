package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.ansinh.support.TestClock;

class CircuitBreakerTest {

  final TestClock clock = new TestClock();
  final CircuitBreaker breaker = new CircuitBreaker(clock);

  @Test
  void two_breakdowns_are_tolerated() {
    breaker.brokeDown();
    breaker.brokeDown();

    assertThat(breaker.room(20)).isEqualTo(20);
  }

  @Test
  void after_the_third_nothing_goes_until_a_pause_has_passed_then_one_at_a_time() {
    open();
    assertThat(breaker.isOpen()).isTrue();
    assertThat(breaker.room(20)).isZero();

    clock.advance(Duration.ofSeconds(6));
    assertThat(breaker.room(20)).isEqualTo(1);
    breaker.started();
    assertThat(breaker.room(20)).as("while the probe is out").isZero();
  }

  @Test
  void a_probe_that_fails_doubles_the_pause() {
    open();
    clock.advance(Duration.ofSeconds(6));
    breaker.started();
    breaker.brokeDown();

    clock.advance(Duration.ofSeconds(6));
    assertThat(breaker.room(20)).isZero();
    clock.advance(Duration.ofSeconds(6));
    assertThat(breaker.room(20)).isEqualTo(1);
  }

  @Test
  void a_probe_that_works_opens_the_way() {
    open();
    clock.advance(Duration.ofSeconds(6));
    breaker.started();
    breaker.worked();

    assertThat(breaker.isOpen()).isFalse();
    assertThat(breaker.room(20)).isEqualTo(20);
  }

  private void open() {
    for (int i = 0; i < 3; i++) {
      breaker.brokeDown();
    }
  }
}
