package vn.ansinh.portal.adjusting;

import org.jspecify.annotations.Nullable;
import vn.ansinh.portal.CodeClock;
import vn.ansinh.web.Problems;

/**
 * Typing the code that hands the request in.
 *
 * @param sentTo where the code went, masked
 * @param refused why no code was sent
 */
public record AdjustCodePage(
    AdjustingWizard wizard,
    boolean byEmail,
    String sentTo,
    CodeClock clock,
    @Nullable String refused,
    Problems problems) {}
