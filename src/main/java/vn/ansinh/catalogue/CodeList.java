package vn.ansinh.catalogue;

/** The lists whose entries people choose from and files refer to by code. */
public enum CodeList {
  /** The two letters of a health-insurance card; attribute {@code level}: 1 to 5. */
  CARD_OBJECT,
  /** To the head of the household. */
  HOUSEHOLD_RELATION,
  /** Decision 121-TCTK/PPCĐ of 1979. */
  ETHNIC_GROUP,
  /** ISO 3166-1 alpha-2. */
  COUNTRY,
  /** By NAPAS BIN; attribute {@code shortName}. */
  BANK,
  /** Providers through which a transaction can be registered instead of the portal. */
  IVAN_PROVIDER,
  /** Why somebody stops using their account; Form 01 says the Vietnamese name. */
  STOP_REASON
}
