package vn.ansinh.portal.children;

import java.util.List;
import vn.ansinh.portal.registration.PhotoCard;
import vn.ansinh.web.Problems;

/** Everything {@code portal/children/photos.jte} shows. */
public record ChildPhotosPage(ChildWizard wizard, List<PhotoCard> cards, Problems problems) {}
