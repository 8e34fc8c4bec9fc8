package vn.ansinh.console.admin;

import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ansinh.catalogue.OfficeDetails;
import vn.ansinh.catalogue.OfficeDetails.ServedUnit;
import vn.ansinh.platform.SearchText;

/** What the form of an office sends. */
record OfficeForm(
    @Nullable String revision,
    @Nullable String code,
    @Nullable String name,
    @Nullable String parent,
    @Nullable String address,
    @Nullable String phone,
    @Nullable String hours,
    @Nullable String openFromDay,
    @Nullable String openFromMonth,
    @Nullable String openFromYear,
    @Nullable String wards,
    @Nullable String oldUnits) {

  private static final Pattern LABEL = Pattern.compile("\\[([0-9]{3,5})].*");

  /** As long as every ward of the largest province with its name. */
  private static final int LONGEST_LIST = 100_000;

  OfficeFormPage.Form shown() {
    return new OfficeFormPage.Form(
        text(revision),
        text(code),
        text(name),
        text(parent),
        text(address),
        text(phone),
        text(hours),
        openFrom(),
        lines(wards),
        lines(oldUnits));
  }

  TypedDate openFrom() {
    return TypedDate.of(openFromDay, openFromMonth, openFromYear);
  }

  boolean tooLong() {
    return lines(wards).length() > LONGEST_LIST || lines(oldUnits).length() > LONGEST_LIST;
  }

  /** The day an office ends is not the form's to say. */
  OfficeDetails details(
      String code,
      LocalDate openFrom,
      @Nullable LocalDate openUntil,
      @Nullable String successor,
      Set<ServedUnit> serves) {
    return new OfficeDetails(
        code,
        text(name),
        parentCode(),
        optional(address),
        optional(phone),
        optional(hours),
        openFrom,
        openUntil,
        successor,
        serves);
  }

  /** {@code 079} out of {@code [079] BHXH TP. Hồ Chí Minh} too. */
  static @Nullable String officeCode(@Nullable String typed) {
    var text = optional(typed);
    if (text == null) {
      return null;
    }
    var label = LABEL.matcher(text);
    return label.matches() ? label.group(1) : text;
  }

  private @Nullable String parentCode() {
    return officeCode(parent);
  }

  private static @Nullable String optional(@Nullable String text) {
    var written = text(text);
    return written.isEmpty() ? null : written;
  }

  static String text(@Nullable String text) {
    return text == null ? "" : SearchText.written(text);
  }

  static String lines(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
