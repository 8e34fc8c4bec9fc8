package vn.ansinh.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.Sex;

/**
 * What a code turned out to be. Read, not verified: none of these codes is signed for readers, so
 * what they say is worth as much as if it had been typed, only without slips.
 */
public sealed interface CardCode {

  /**
   * The QR of a CCCD or căn cước.
   *
   * @param number 12 digits
   * @param oldNumber of the CMND it replaced
   * @param address of residence in one line, as printed
   * @param issued absent where the code leaves it out
   */
  record CitizenCard(
      String number,
      @Nullable String oldNumber,
      String fullName,
      BirthDate birthDate,
      @Nullable Sex sex,
      String address,
      @Nullable LocalDate issued)
      implements CardCode {}

  /**
   * The QR of a health-insurance card, of paper or in an app.
   *
   * @param number of social insurance: 10 digits, or 12
   * @param cardNumber 15 characters; only cards of the older kinds say it
   * @param facilityCode of first registration, 5 characters such as {@code 79013} or {@code 01C54}
   * @param fiveYearsFrom since when five years are complete
   * @param benefitLevel 1 to 5; only newer cards say it
   */
  record InsuranceCard(
      String number,
      @Nullable String cardNumber,
      String fullName,
      BirthDate birthDate,
      @Nullable Sex sex,
      @Nullable String address,
      @Nullable String facilityCode,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validUntil,
      @Nullable LocalDate issued,
      @Nullable String parentName,
      @Nullable LocalDate fiveYearsFrom,
      @Nullable Integer benefitLevel,
      @Nullable String issuer)
      implements CardCode {}

  /**
   * The QR of a printed declaration.
   *
   * @param code {@code F01-7K3M-9QXD}; whether there is such a declaration is not said
   */
  record Form01(String code) implements CardCode {}

  /**
   * The three lines on the back of a CCCD, every check digit right (ICAO Doc 9303, part 5).
   *
   * @param number 12 digits
   * @param fullName in capitals without diacritics, family name first
   * @param validUntil the last day; absent on cards without a term
   */
  record MachineLines(
      String number,
      String fullName,
      BirthDate birthDate,
      @Nullable Sex sex,
      @Nullable LocalDate validUntil)
      implements CardCode {}

  /** Nothing is taken from it. */
  record Refused(Reason reason) implements CardCode {}

  /** Why a code is refused; the page says it in words and what to do. */
  enum Reason {
    EMPTY,
    TOO_LONG,
    /** A web address: never opened. */
    LINK,
    /** VietQR and the like. */
    PAYMENT,
    /** Of none of the kinds known here. */
    UNKNOWN,
    /** Fewer fields than such a code has, or its end mark is missing. */
    CUT_OFF,
    WRONG_NUMBER,
    WRONG_NAME,
    WRONG_DATE,
    WRONG_SEX,
    /** Broken hexadecimal or UTF-8, or characters that no card bears. */
    WRONG_TEXT,
    /** Not three lines of 30 characters. */
    WRONG_LINES,
    /** A paper of another country, or not an identity card. */
    OTHER_PAPER,
    CHECK_DIGIT
  }
}
