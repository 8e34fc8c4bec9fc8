package vn.ansinh.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.support.TestClock;

/** Nobody goes through the register number by number unnoticed. */
class LookUpLimitsTest extends OfficeTest {

  @Autowired LookUpSettings settings;
  @Autowired MeterRegistry metrics;
  @Autowired AddDecoy command;
  @Autowired TestClock clock;

  DeclarationId file;

  @BeforeEach
  void a_file() {
    clock.reset();
    file = submitted();
  }

  @Test
  void an_officer_searches_so_often_in_an_hour_and_nobody_else_is_kept_from_it() {
    for (int i = 0; i < settings.perHour(); i++) {
      assertThat(found(register.byNumber(file, "7900000000", an))).isEmpty();
    }
    assertThat(register.byNumber(file, "7900000000", an)).isInstanceOf(LookUp.TooMany.class);
    assertThat(audited(file, "REGISTER_SEARCHED")).isEqualTo(settings.perHour());
    assertThat(audited(file, "REGISTER_SEARCH_REFUSED")).isEqualTo(1);
    assertThat(found(register.byNumber(file, "7900000000", binh))).isEmpty();
    clock.advance(Duration.ofHours(1).plusSeconds(1));
    assertThat(found(register.byNumber(file, "7900000000", an))).isEmpty();
  }

  @Test
  void an_officer_searches_so_often_in_a_day_however_slowly() {
    for (int i = 0; i < settings.perDay(); i++) {
      if (i > 0 && i % settings.perHour() == 0) {
        clock.advance(Duration.ofHours(1).plusSeconds(1));
      }
      assertThat(register.byNumber(file, "7900000000", an)).isInstanceOf(LookUp.Found.class);
    }
    clock.advance(Duration.ofHours(1).plusSeconds(1));
    var refused = (LookUp.TooMany) register.byNumber(file, "7900000000", an);
    assertThat(Duration.between(clock.instant(), refused.until()))
        .isGreaterThan(Duration.ofHours(10));
  }

  @Test
  void a_look_at_a_decoy_raises_the_alarm_and_looks_like_any_other() {
    var decoy = applicants.known();
    var number = decoy.details().socialInsuranceNumber();
    assertThat(run(number)).contains("Watched from now on");
    assertThat(run(number)).contains("Watched already");
    assertThat(run("7900000000")).contains("Nobody in the register");
    var before = metrics.counter("ansinh.decoy.seen").count();
    assertThat(found(register.byNumber(file, number, an))).hasSize(1);
    assertThat(metrics.counter("ansinh.decoy.seen").count()).isEqualTo(before + 1);
    assertThat(
            sql.sql(
                    """
                    select actor_id || ' ' || (details ->> 'declaration') from audit.entry
                    where action = 'DECOY_SEEN' and person_id = :person
                    """)
                .param("person", decoy.person().value())
                .query(String.class)
                .list())
        .containsExactly(an.id().value() + " " + file.value());
  }

  private String run(String... arguments) {
    var printed = new ByteArrayOutputStream();
    var stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    command.run(List.of(arguments), stream, stream);
    return printed.toString(StandardCharsets.UTF_8);
  }
}
