package vn.ansinh.portal.registration;

import org.jspecify.annotations.Nullable;
import vn.ansinh.registration.DraftContent;
import vn.ansinh.registration.Field;

/** The fields of {@code portal/registration/office.jte}, as typed. */
public record OfficeForm(
    @Nullable String officeCode,
    @Nullable String officeProvince,
    @Nullable String handIn,
    @Nullable String receivesByEmail,
    @Nullable String place,
    @Nullable String ivanProvider) {

  static OfficeForm of(DraftContent content, @Nullable String province) {
    var place = content.typed(Field.PLACE);
    return new OfficeForm(
        content.typed(Field.OFFICE_CODE),
        province,
        content.typed(Field.HAND_IN),
        content.typed(Field.RECEIVES_BY_EMAIL),
        place.isEmpty() ? "PORTAL" : place,
        content.typed(Field.IVAN_CODE));
  }
}
