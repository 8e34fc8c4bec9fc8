package vn.ansinh.adjusting;

import java.util.List;
import vn.ansinh.files.FileKind;

/** What is filled in, in the order of the pages. */
public enum AdjustmentField {
  ITEMS,
  FULL_NAME,
  BIRTH_DATE,
  SEX,
  PAPER_KIND,
  PAPER_NUMBER,
  ADDRESS_LAYER,
  PROVINCE_CODE,
  DISTRICT_CODE,
  WARD_CODE,
  STREET,
  CONTACT_PERSON,
  REASON,
  NOTE,
  EFFECTIVE_ON,
  BIRTH_CERTIFICATE,
  PAPER_FRONT,
  PAPER_BACK,
  RESIDENCE_PAPER;

  /** The pictures. */
  public static final List<AdjustmentField> PICTURES =
      List.of(BIRTH_CERTIFICATE, PAPER_FRONT, PAPER_BACK, RESIDENCE_PAPER);

  static AdjustmentField of(FileKind kind) {
    return valueOf(kind.name());
  }
}
