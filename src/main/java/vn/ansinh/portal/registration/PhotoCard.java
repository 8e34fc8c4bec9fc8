package vn.ansinh.portal.registration;

import org.jspecify.annotations.Nullable;

/**
 * One of the three photos.
 *
 * @param kind {@code PORTRAIT}, {@code PAPER_FRONT} or {@code PAPER_BACK}
 * @param pictureAt where the stored picture is, absent until there is one
 */
public record PhotoCard(String kind, @Nullable String pictureAt, @Nullable String problem) {}
