package vn.ansinh.portal.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.accounts.OneTimeCodes;
import vn.ansinh.portal.CodeClock;
import vn.ansinh.web.Problems;

/**
 * Typing the code that a new device needs.
 *
 * @param digits how many the code has that was sent; absent before the first
 * @param instead what else the person may type, as in the address: {@code app}, {@code printed}
 * @param appsRest an app's code is not taken on this device just now
 */
public record ArrivalPage(
    boolean byEmail,
    String maskedContact,
    @Nullable Integer digits,
    CodeClock clock,
    @Nullable String refused,
    List<String> instead,
    boolean appsRest,
    Problems problems) {

  public boolean isLong() {
    return length() > OneTimeCodes.DIGITS;
  }

  /** Of what is typed. */
  public int length() {
    return digits == null ? OneTimeCodes.DIGITS : digits;
  }
}
