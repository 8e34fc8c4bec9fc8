package vn.ansinh.portal.registration;

import org.jspecify.annotations.Nullable;

/**
 * What a page with a robot check sends.
 *
 * @param solution of the script's work
 * @param token the sealed answer of the picture
 * @param digits as typed
 */
public record RobotAnswer(
    @Nullable String solution, @Nullable String token, @Nullable String digits) {}
