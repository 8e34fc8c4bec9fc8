package vn.ansinh.portal.adjusting;

import java.util.List;
import vn.ansinh.portal.registration.PhotoCard;
import vn.ansinh.web.Problems;

/**
 * Everything {@code portal/adjusting/evidence.jte} shows.
 *
 * @param needed what is needed, in words
 */
public record EvidencePage(
    AdjustingWizard wizard, List<String> needed, List<PhotoCard> cards, Problems problems) {}
