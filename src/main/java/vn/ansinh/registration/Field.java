package vn.ansinh.registration;

import vn.ansinh.files.FileKind;

/**
 * Everything a person can type or choose. A draft keeps it as typed, valid or not. Choices are the
 * names of enum constants, ticks are {@code true}.
 */
public enum Field {
  /** {@link ApplicantKind}. */
  APPLICANT_KIND(Step.KIND),
  NUMBER(Step.NUMBER),
  /** Token of a candidate the look-up offered; counts more than {@link #NUMBER}. */
  CANDIDATE(Step.NUMBER),
  /** The QR of a health-insurance card, word for word; not declared. */
  INSURANCE_CARD_CODE(Step.NUMBER),
  SEARCH_NAME(Step.NUMBER),
  SEARCH_BIRTH_DATE(Step.NUMBER),
  SEARCH_PAPER_NUMBER(Step.NUMBER),
  /** The QR of a citizen card, word for word; not declared. */
  CITIZEN_CARD_CODE(Step.DECLARATION),
  /** The three lines on its back; not declared. */
  MACHINE_LINES(Step.DECLARATION),
  FULL_NAME(Step.DECLARATION),
  /** May be blank. */
  BIRTH_DATE(Step.DECLARATION),
  /** {@link vn.ansinh.identity.Sex}; may be blank. */
  SEX(Step.DECLARATION),
  /** {@link vn.ansinh.identity.PaperKind}. */
  PAPER_KIND(Step.DECLARATION),
  PAPER_NUMBER(Step.DECLARATION),
  /** {@link vn.ansinh.catalogue.Layer}. */
  ADDRESS_LAYER(Step.DECLARATION),
  /** On the way to the ward, without JavaScript; not declared. */
  PROVINCE_CODE(Step.DECLARATION),
  /** On the way to the ward, without JavaScript; not declared. */
  DISTRICT_CODE(Step.DECLARATION),
  WARD_CODE(Step.DECLARATION),
  STREET(Step.DECLARATION),
  CONTACT_PERSON(Step.DECLARATION),
  PHONE(Step.DECLARATION),
  /** May be blank, unless the declaration is to be received by e-mail. */
  EMAIL(Step.DECLARATION),
  /** Whether the population registry may be asked; not declared. */
  ASKS_REGISTRY(Step.DECLARATION),
  /** A picture, not typed. */
  PORTRAIT(Step.PHOTOS),
  /** A picture, not typed. */
  PAPER_FRONT(Step.PHOTOS),
  /** A picture, not typed; passports have none. */
  PAPER_BACK(Step.PHOTOS),
  OFFICE_CODE(Step.OFFICE),
  /** {@link HandIn}. */
  HAND_IN(Step.OFFICE),
  RECEIVES_BY_EMAIL(Step.OFFICE),
  /** {@code PORTAL} or {@code IVAN}. */
  PLACE(Step.OFFICE),
  IVAN_CODE(Step.OFFICE);

  private final Step step;

  Field(Step step) {
    this.step = step;
  }

  public Step step() {
    return step;
  }

  static Field of(FileKind kind) {
    return switch (kind) {
      case PORTRAIT -> PORTRAIT;
      case PAPER_FRONT -> PAPER_FRONT;
      case PAPER_BACK -> PAPER_BACK;
      case BIRTH_CERTIFICATE, RESIDENCE_PAPER ->
          throw new RegistrationException("no picture of a declaration");
    };
  }
}
