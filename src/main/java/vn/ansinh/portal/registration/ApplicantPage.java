package vn.ansinh.portal.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/** Everything {@code portal/registration/applicant.jte} shows. */
public record ApplicantPage(
    Wizard wizard, List<Option> kinds, @Nullable String value, Problems problems) {}
