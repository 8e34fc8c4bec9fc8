package vn.ansinh.portal.registration;

import org.jspecify.annotations.Nullable;
import vn.ansinh.registration.DraftContent;
import vn.ansinh.registration.Field;

/** The fields of {@code portal/registration/declaration.jte}, as typed. */
public record DetailsForm(
    @Nullable String fullName,
    @Nullable String birthDay,
    @Nullable String birthMonth,
    @Nullable String birthYear,
    @Nullable String sex,
    @Nullable String paperKind,
    @Nullable String paperNumber,
    @Nullable String layer,
    @Nullable String provinceCode,
    @Nullable String districtCode,
    @Nullable String wardCode,
    @Nullable String street,
    @Nullable String contactPerson,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String asksRegistry) {

  static DetailsForm of(DraftContent content) {
    var born = ThreeBoxes.split(content.typed(Field.BIRTH_DATE));
    return new DetailsForm(
        content.typed(Field.FULL_NAME),
        born.day(),
        born.month(),
        born.year(),
        content.typed(Field.SEX),
        content.typed(Field.PAPER_KIND),
        content.typed(Field.PAPER_NUMBER),
        content.typed(Field.ADDRESS_LAYER),
        content.typed(Field.PROVINCE_CODE),
        content.typed(Field.DISTRICT_CODE),
        content.typed(Field.WARD_CODE),
        content.typed(Field.STREET),
        content.typed(Field.CONTACT_PERSON),
        content.typed(Field.PHONE),
        content.typed(Field.EMAIL),
        content.typed(Field.ASKS_REGISTRY));
  }
}
