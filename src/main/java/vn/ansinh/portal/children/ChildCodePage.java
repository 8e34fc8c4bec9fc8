package vn.ansinh.portal.children;

import org.jspecify.annotations.Nullable;
import vn.ansinh.portal.CodeClock;
import vn.ansinh.web.Problems;

/** Everything {@code portal/children/code.jte} shows. */
public record ChildCodePage(
    ChildWizard wizard,
    boolean byEmail,
    String maskedContact,
    CodeClock clock,
    @Nullable String notice,
    @Nullable String refused,
    Problems problems) {}
