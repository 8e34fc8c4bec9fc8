package vn.ansinh.reading;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import vn.ansinh.reading.CardCode.CitizenCard;
import vn.ansinh.reading.CardCode.InsuranceCard;

/**
 * Any bytes may stand in a code. The seeds run with every build; {@code bin/fuzz} looks for more.
 */
class CardCodesFuzzTest {

  @FuzzTest
  void a_code_is_read_or_refused(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    switch (CardCodes.read(text)) {
      case CitizenCard card -> mustBe(card.number().matches("[0-9]{12}"));
      case InsuranceCard card -> mustBe(card.number().matches("[0-9]{10}|[0-9]{12}"));
      case CardCode.MachineLines lines -> mustBe(lines.number().matches("[0-9]{12}"));
      case CardCode.Form01 form -> mustBe(form.code().startsWith("F01-"));
      case CardCode.Refused(var reason) -> mustBe(!reason.name().isEmpty());
    }
  }

  private static void mustBe(boolean held) {
    if (!held) {
      throw new AssertionError("what was read is not what it says it is");
    }
  }
}
