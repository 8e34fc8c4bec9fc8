package vn.ansinh.console.admin;

import org.jspecify.annotations.Nullable;

/** What the form of an entry sends. */
record CodeEntryForm(
    @Nullable String revision,
    @Nullable String code,
    @Nullable String nameVi,
    @Nullable String nameEn,
    @Nullable String attribute,
    @Nullable String fromDay,
    @Nullable String fromMonth,
    @Nullable String fromYear) {

  CodeEntryPage.Form shown() {
    return new CodeEntryPage.Form(
        number(revision),
        OfficeForm.text(code),
        OfficeForm.text(nameVi),
        OfficeForm.text(nameEn),
        OfficeForm.text(attribute),
        TypedDate.of(fromDay, fromMonth, fromYear));
  }

  /** A form that names none was made from nothing. */
  static int number(@Nullable String revision) {
    return revision != null && revision.matches("[0-9]{1,6}") ? Integer.parseInt(revision) : -1;
  }
}
