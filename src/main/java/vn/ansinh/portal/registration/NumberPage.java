package vn.ansinh.portal.registration;

import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Problems;

/** Everything {@code portal/registration/number.jte} shows. */
public record NumberPage(
    Wizard wizard,
    @Nullable String value,
    @Nullable String chosen,
    CardMarks card,
    Problems problems) {}
