package vn.ansinh.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void the_command_line_has_the_last_word() {
    assertThat(Options.of(List.of(), null)).isEqualTo(new Options(8080, false));
    assertThat(Options.of(List.of(), "9000")).isEqualTo(new Options(9000, false));
    assertThat(Options.of(List.of("--reset", "--port", "9001"), "9000"))
        .isEqualTo(new Options(9001, true));
    assertThat(Options.of(List.of("--port=9002"), null)).isEqualTo(new Options(9002, false));
  }

  @Test
  void what_is_not_understood_is_refused() {
    for (var wrong : List.of("--prot", "--port=0", "--port=65536", "--port=http", "--port", "x")) {
      assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Options.of(List.of(wrong), null));
    }
  }
}
