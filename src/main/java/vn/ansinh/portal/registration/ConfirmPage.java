package vn.ansinh.portal.registration;

import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Problems;

/** Everything {@code portal/registration/confirm.jte} shows. */
public record ConfirmPage(
    Wizard wizard,
    boolean byEmail,
    String maskedContact,
    RobotChallenge robot,
    String words,
    @Nullable String refused,
    Problems problems) {}
