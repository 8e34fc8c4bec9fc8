package vn.ansinh.portal.signin;

import org.jspecify.annotations.Nullable;
import vn.ansinh.portal.CodeClock;
import vn.ansinh.web.Problems;

/** Typing the code that a new device needs. */
public record ArrivalPage(
    boolean byEmail,
    String maskedContact,
    CodeClock clock,
    @Nullable String refused,
    Problems problems) {}
