package vn.ansinh.portal.stopping;

import org.jspecify.annotations.Nullable;
import vn.ansinh.portal.CodeClock;
import vn.ansinh.web.Problems;

/**
 * Typing the code that makes the declaration.
 *
 * @param sentTo where the code went, masked
 * @param refused why no code was sent
 */
public record StopCodePage(
    boolean byEmail, String sentTo, CodeClock clock, @Nullable String refused, Problems problems) {}
