package vn.ansinh.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.Verification;
import vn.ansinh.identity.Verification.Field;

/** Verdicts over the line, and which of them are believed. */
class HttpPopulationRegistryTest extends RegistryLineSetting {

  @Test
  void every_verdict_comes_over_the_line() {
    assertThat(ask()).isEqualTo(new Verification.Match());
    assertThat(registry.verify("001085000024", "Trần Văn Tự", new BirthDate(1985, null, null)))
        .isEqualTo(new Verification.Mismatch(Set.of(Field.FULL_NAME, Field.BIRTH_DATE)));
    assertThat(registry.verify("001085000024", "Trần Văn Tự", BORN))
        .isEqualTo(new Verification.Mismatch(Set.of(Field.FULL_NAME)));
    assertThat(registry.verify("001085000025", "Trần Văn Thử", BORN))
        .isEqualTo(new Verification.NotFound());
    assertThat(registry.verify("031088000057", "Vũ Đình Giả Định", new BirthDate(1988, 2, null)))
        .isEqualTo(new Verification.Match());
    assertThat(count("match", "")).isEqualTo(2);
    assertThat(count("mismatch", "")).isEqualTo(2);
    assertThat(count("not_found", "")).isOne();
    assertThat(watch.health().getDetails()).containsEntry("newest", "answered");
  }

  @ParameterizedTest
  @CsvSource({
    "DOWN,        server_error",
    "HANG_UP,     connection",
    "UNAVAILABLE, unavailable",
    "WRONG,       not_a_verdict",
    "NOT_JSON,    not_a_verdict",
    "FORGED,      signature",
    "TAMPERED,    signature",
    "UNSIGNED,    signature",
    "DAMAGED,     digest",
    "STALE,       stale",
    "TOO_LONG,    too_long",
    "REDIRECT,    redirect",
    "REFUSED,     question_refused"
  })
  void an_answer_that_cannot_be_believed_is_no_answer_and_the_metric_says_why(
      SimulatorFault told, String reason) {
    fault.set(told);
    assertThat(registry.verify("001085000025", "Trần Văn Thử", BORN)).isEqualTo(UNAVAILABLE);
    assertThat(count("unavailable", reason)).isOne();
    assertThat(watch.health().getStatus().getCode()).isEqualTo("UP");
    assertThat(watch.health().getDetails()).containsEntry("newest", reason);
  }

  @Test
  void an_answer_to_another_question_is_not_believed() {
    assertThat(ask()).isEqualTo(new Verification.Match());
    fault.set(SimulatorFault.REPEATED);
    assertThat(registry.verify("001085000025", "Trần Văn Thử", BORN)).isEqualTo(UNAVAILABLE);
    assertThat(count("unavailable", "signature")).isOne();
  }

  @Test
  void many_at_once_are_answered_each_with_their_own_verdict() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked =
          threads.invokeAll(
              java.util.stream.IntStream.range(0, 32)
                  .<java.util.concurrent.Callable<Boolean>>mapToObj(
                      i ->
                          () ->
                              i % 2 == 0
                                  ? ask() instanceof Verification.Match
                                  : registry.verify("001085000025", "Trần Văn Thử", BORN)
                                      instanceof Verification.NotFound)
                  .toList());
      assertThat(asked.stream().map(Future::resultNow)).containsOnly(true);
    }
  }
}
