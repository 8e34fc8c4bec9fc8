package vn.ansinh.portal.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the three photos.
 *
 * @param kind {@code PORTRAIT}, {@code PAPER_FRONT} or {@code PAPER_BACK}
 * @param pictureAt where the picture is, absent until there is one that is safe
 * @param advice what may be found wanting in it, and what to do; never keeps anybody from sending
 * @param waitingAt the page to look at again while the picture received is not yet safe
 */
public record PhotoCard(
    String kind,
    @Nullable String pictureAt,
    List<String> advice,
    @Nullable String waitingAt,
    @Nullable String problem) {}
