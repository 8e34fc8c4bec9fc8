package vn.ansinh.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.ansinh.reading.CardCode.MachineLines;
import vn.ansinh.reading.SeenLines.Numbers;

class SeenLinesTest {

  private static final String FIRST = "IDVNM1900000174079190000017<<4";
  private static final String SECOND = "9001158F3001156VNM4";

  @Test
  void what_is_seen_as_it_is_printed_is_read() {
    var numbers = SeenLines.numbers(FIRST, SECOND).orElseThrow();
    assertThat(numbers).isEqualTo(new Numbers(FIRST, "9001158F3001156VNM<<<<<<<<<<<4"));
    var lines = SeenLines.lines(numbers, "NGUYEN<<THI<MAU").orElseThrow();
    assertThat(lines).isEqualTo(SpecimenCodes.LINES);
  }

  @Test
  void letters_for_digits_and_digits_for_letters_are_put_right_by_their_places() {
    assertThat(SeenLines.numbers("1DVNMI9OOOOO1740791900000I7<<4", "9OOII58F3OOII56VNM4"))
        .isEqualTo(SeenLines.numbers(FIRST, SECOND));
    assertThat(SeenLines.numbers("I1DVNM1900000174079190000017<K<4", "90 01158F30 01156VNM<4\n"))
        .isEqualTo(SeenLines.numbers(FIRST, SECOND));
  }

  @Test
  void one_wrong_digit_anywhere_is_not_read() {
    for (int i = 5; i < 27; i++) {
      assertThat(SeenLines.numbers(other(FIRST, i), SECOND)).as("%d", i).isEmpty();
    }
    for (int i = 0; i < 15; i++) {
      if (i != 7) {
        assertThat(SeenLines.numbers(FIRST, other(SECOND, i))).as("%d", i).isEmpty();
      }
    }
    assertThat(SeenLines.numbers(FIRST, SECOND.replace('F', 'M'))).isEmpty();
  }

  @Test
  void a_line_on_its_head_or_of_another_kind_is_no_first_line() {
    assertThat(SeenLines.mayBeFirst(FIRST)).isTrue();
    assertThat(SeenLines.mayBeFirst("6266SBEL8OZSOOL66SSELSOZWNAQGI")).isFalse();
    assertThat(SeenLines.mayBeFirst("NGUYEN<<THI<MAU<<<<<<<<<<<<<<<")).isFalse();
    assertThat(SeenLines.mayBeFirst("")).isFalse();
  }

  @Test
  void names_that_do_not_fit_or_are_none_are_not_read() {
    var numbers = SeenLines.numbers(FIRST, SECOND).orElseThrow();
    assertThat(SeenLines.lines(numbers, "N".repeat(31))).isEmpty();
    assertThat(SeenLines.lines(numbers, "<<NGUYEN")).isEmpty();
    assertThat(SeenLines.lines(numbers, "")).isEmpty();
  }

  @Test
  void the_lines_of_any_invented_person_are_read_back() {
    var random = new Random(5);
    for (int i = 0; i < 500; i++) {
      var holder = SpecimenHolder.random(random);
      var lines = holder.lines().split("\n");
      var numbers =
          SeenLines.numbers(lines[0], lines[1].substring(0, 18) + lines[1].substring(29))
              .orElseThrow();
      var read = SeenLines.lines(numbers, holder.name()).orElseThrow();
      assertThat(read).isEqualTo(holder.lines());
      assertThat(CardCodes.read(read)).isInstanceOf(MachineLines.class);
    }
  }

  private static String other(String line, int at) {
    char digit = (char) ('0' + (line.charAt(at) - '0' + 1) % 10);
    return line.substring(0, at) + digit + line.substring(at + 1);
  }
}
