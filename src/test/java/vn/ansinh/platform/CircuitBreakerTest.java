package vn.ansinh.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  void of_many_at_once_only_one_gets_the_try_after_a_pause() throws Exception {
    open();
    assertThat(breaker.enter()).isFalse();
    clock.advance(Duration.ofSeconds(6));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> entering = breaker::enter;
      var entered = threads.invokeAll(Collections.nCopies(50, entering));
      assertThat(entered.stream().map(Future::resultNow)).containsOnlyOnce(true);
    }
    breaker.worked();
    assertThat(breaker.enter()).isTrue();
    assertThat(breaker.enter()).as("closed again").isTrue();
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
