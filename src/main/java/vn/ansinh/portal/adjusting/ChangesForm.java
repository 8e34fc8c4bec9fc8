package vn.ansinh.portal.adjusting;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ansinh.adjusting.AdjustmentField;
import vn.ansinh.portal.registration.ThreeBoxes;

/** The fields of {@code portal/adjusting/changes.jte}, as typed; absent where the page has none. */
record ChangesForm(
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
    @Nullable String reason,
    @Nullable String note,
    @Nullable String effectiveDay,
    @Nullable String effectiveMonth,
    @Nullable String effectiveYear) {

  /**
   * What was not on the page stays as it was.
   *
   * @param ward the one that all the fields name together
   */
  Map<AdjustmentField, String> typed(String ward) {
    var typed = new EnumMap<AdjustmentField, String>(AdjustmentField.class);
    put(typed, AdjustmentField.FULL_NAME, fullName);
    if (birthYear != null) {
      typed.put(AdjustmentField.BIRTH_DATE, ThreeBoxes.join(birthDay, birthMonth, birthYear));
    }
    put(typed, AdjustmentField.SEX, sex);
    put(typed, AdjustmentField.PAPER_KIND, paperKind);
    put(typed, AdjustmentField.PAPER_NUMBER, paperNumber);
    if (layer != null) {
      put(typed, AdjustmentField.ADDRESS_LAYER, layer);
      put(typed, AdjustmentField.PROVINCE_CODE, provinceCode);
      put(typed, AdjustmentField.DISTRICT_CODE, districtCode);
      put(typed, AdjustmentField.WARD_CODE, ward);
    }
    put(typed, AdjustmentField.STREET, street);
    put(typed, AdjustmentField.CONTACT_PERSON, contactPerson);
    put(typed, AdjustmentField.REASON, reason);
    put(typed, AdjustmentField.NOTE, note);
    if (effectiveYear != null) {
      typed.put(
          AdjustmentField.EFFECTIVE_ON,
          ThreeBoxes.join(effectiveDay, effectiveMonth, effectiveYear));
    }
    return typed;
  }

  private static void put(
      Map<AdjustmentField, String> typed, AdjustmentField field, @Nullable String text) {
    if (text != null) {
      typed.put(field, text.strip());
    }
  }

  @Override
  public String toString() {
    return "ChangesForm";
  }
}
