package vn.ansinh.portal.adjusting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Problems;

/**
 * Everything {@code portal/adjusting/review.jte} shows.
 *
 * @param pictures how many photos go along
 * @param refused why no code was sent
 */
public record ReviewPage(
    AdjustingWizard wizard,
    List<ItemRow> changes,
    String effectiveOn,
    String reason,
    String note,
    int pictures,
    @Nullable String refused,
    Problems problems) {}
