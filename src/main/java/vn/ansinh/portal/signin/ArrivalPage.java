package vn.ansinh.portal.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.portal.CodeClock;
import vn.ansinh.web.Problems;

/**
 * Typing the code that a new device needs.
 *
 * @param instead what else the person may type, as in the address: {@code app}, {@code printed}
 */
public record ArrivalPage(
    boolean byEmail,
    String maskedContact,
    CodeClock clock,
    @Nullable String refused,
    List<String> instead,
    Problems problems) {}
