package vn.ansinh.portal.registration;

import org.jspecify.annotations.Nullable;

/** What was typed to find a number; nothing of it is kept. */
public record SearchForm(
    @Nullable String fullName,
    @Nullable String birthDay,
    @Nullable String birthMonth,
    @Nullable String birthYear,
    @Nullable String paperNumber) {

  static final SearchForm EMPTY = new SearchForm(null, null, null, null, null);
}
