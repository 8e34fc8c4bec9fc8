package vn.ansinh.portal.registration;

import org.jspecify.annotations.Nullable;
import vn.ansinh.portal.CodeClock;
import vn.ansinh.web.Problems;

/** Everything {@code portal/registration/code.jte} shows. */
public record CodePage(
    Wizard wizard,
    boolean byEmail,
    String maskedContact,
    CodeClock clock,
    @Nullable String notice,
    @Nullable String refused,
    Problems problems) {}
