package vn.ansinh.portal.registration;

import java.util.List;
import vn.ansinh.web.Problems;

/** Everything {@code portal/registration/photos.jte} shows. */
public record PhotosPage(
    Wizard wizard, List<PhotoCard> cards, boolean verified, boolean confirmed, Problems problems) {}
