package vn.ansinh.web;

import org.jspecify.annotations.Nullable;

/**
 * One point of a timeline.
 *
 * @param when shown as it is; absent for what has not happened yet
 * @param state {@code done}, {@code now} or empty for what is to come
 */
public record TimelineEntry(
    @Nullable String when, String title, @Nullable String text, String state) {}
