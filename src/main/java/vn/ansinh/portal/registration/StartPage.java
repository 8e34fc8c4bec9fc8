package vn.ansinh.portal.registration;

import org.jspecify.annotations.Nullable;

/** Everything {@code portal/registration/start.jte} shows. */
public record StartPage(boolean unfinished, @Nullable String continueAt) {}
