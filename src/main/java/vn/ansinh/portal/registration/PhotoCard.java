package vn.ansinh.portal.registration;

import org.jspecify.annotations.Nullable;

/**
 * One of the three photos.
 *
 * @param kind {@code PORTRAIT}, {@code PAPER_FRONT} or {@code PAPER_BACK}
 * @param pictureAt where the picture is, absent until there is one that is safe
 * @param waitingAt the page to look at again while the picture received is not yet safe
 */
public record PhotoCard(
    String kind,
    @Nullable String pictureAt,
    @Nullable String waitingAt,
    @Nullable String problem) {}
