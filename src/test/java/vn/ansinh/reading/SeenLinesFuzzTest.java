package vn.ansinh.reading;

import com.code_intelligence.jazzer.junit.FuzzTest;
import vn.ansinh.reading.CardCode.MachineLines;

/**
 * Anything may be recognised in a picture. Three lines are seen, separated by line ends. The seeds
 * run with every build; {@code bin/fuzz} looks for more.
 */
class SeenLinesFuzzTest {

  @FuzzTest
  void what_is_seen_is_read_with_every_check_digit_right_or_not_at_all(byte[] bytes) {
    var seen = new String(bytes, java.nio.charset.StandardCharsets.UTF_8).split("\n", 3);
    if (seen.length < 3) {
      return;
    }
    SeenLines.mayBeFirst(seen[0]);
    SeenLines.numbers(seen[0], seen[1])
        .flatMap(it -> SeenLines.lines(it, seen[2]))
        .ifPresent(
            it -> {
              if (!(CardCodes.read(it) instanceof MachineLines)) {
                throw new AssertionError("lines that are not read by the strict reader");
              }
            });
  }
}
