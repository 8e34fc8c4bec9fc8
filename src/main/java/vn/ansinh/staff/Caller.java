package vn.ansinh.staff;

import org.jspecify.annotations.Nullable;

/**
 * From where somebody signs in.
 *
 * @param network network address, for counting tries; never stored as it is
 * @param browser browser and system in words, shown to the officer later
 * @param device value of the cookie that a sign-in before left on this device
 */
public record Caller(String network, String browser, @Nullable String device) {}
