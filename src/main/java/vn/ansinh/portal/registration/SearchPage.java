package vn.ansinh.portal.registration;

import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Problems;

/**
 * Everything {@code portal/registration/search.jte} shows.
 *
 * @param refused why no more look-ups are possible for now
 */
public record SearchPage(
    Wizard wizard, SearchForm form, CardMarks card, Problems problems, @Nullable String refused) {}
