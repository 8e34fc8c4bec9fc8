package vn.ansinh.portal.registration;

import org.jspecify.annotations.Nullable;

/**
 * Everything {@code portal/registration/refused.jte} shows.
 *
 * @param why the last word of the message key
 * @param fixAt where the person can do something about it
 * @param proveAt where the person can show that what is taken is theirs; absent where that cannot
 *     be
 */
public record RefusedPage(Wizard wizard, String why, String fixAt, @Nullable String proveAt) {}
