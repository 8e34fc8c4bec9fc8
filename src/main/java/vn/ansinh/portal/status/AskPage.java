package vn.ansinh.portal.status;

import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Problems;

/** Everything {@code portal/status/ask.jte} shows. */
public record AskPage(
    @Nullable String code, @Nullable String contact, @Nullable String refused, Problems problems) {}
