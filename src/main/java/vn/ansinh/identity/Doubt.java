package vn.ansinh.identity;

/**
 * What a 12-digit number tells differently from what was declared. Registered corrections exist, so
 * a doubt is a question to the applicant and a mark for the officer, never a refusal.
 */
public enum Doubt {
  SEX_DIFFERS,
  BIRTH_YEAR_DIFFERS,
  /** Not one of the 63 provinces: perhaps registered abroad, perhaps mistyped. */
  UNKNOWN_PROVINCE
}
