package vn.ansinh.review;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.identity.Sex;
import vn.ansinh.people.Person;
import vn.ansinh.reading.CardCode.CitizenCard;
import vn.ansinh.reading.CardCode.InsuranceCard;
import vn.ansinh.reading.CardCode.MachineLines;
import vn.ansinh.registration.DeclaredFacts;
import vn.ansinh.review.Comparison.Field;
import vn.ansinh.review.Comparison.Verdict;

/** Declared against what a card said, field by field; fields it says nothing of are left out. */
final class CardComparison {

  /** Of the 30 characters of a line one more than letters goes between family and given name. */
  private static final int CUT_OFF = 29;

  private CardComparison() {}

  static Map<Field, Verdict> of(DeclaredFacts declared, CitizenCard card) {
    return Map.of(
        Field.NUMBER, personalId(declared, card.number()),
        Field.FULL_NAME, name(declared.fullName(), card.fullName()),
        Field.BIRTH_DATE, born(declared, card.birthDate()),
        Field.SEX, sex(declared, card.sex()),
        Field.PAPER_NUMBER, paper(declared, card.number(), card.oldNumber()));
  }

  static Map<Field, Verdict> of(DeclaredFacts declared, MachineLines lines) {
    return Map.of(
        Field.NUMBER, personalId(declared, lines.number()),
        Field.FULL_NAME, bareName(declared.fullName(), lines.fullName()),
        Field.BIRTH_DATE, born(declared, lines.birthDate()),
        Field.SEX, sex(declared, lines.sex()),
        Field.PAPER_NUMBER, paper(declared, lines.number(), null));
  }

  static Map<Field, Verdict> of(
      DeclaredFacts declared, InsuranceCard card, @Nullable Person registered) {
    return Map.of(
        Field.NUMBER, number(declared, card.number(), registered),
        Field.FULL_NAME, name(declared.fullName(), card.fullName()),
        Field.BIRTH_DATE, born(declared, card.birthDate()),
        Field.SEX, sex(declared, card.sex()));
  }

  /** Twelve digits are a social-insurance number, too; ten cannot be told from the card. */
  private static Verdict personalId(DeclaredFacts declared, String number) {
    var given = declared.socialInsuranceNumber();
    return given.length() == number.length() ? same(given.equals(number)) : Verdict.ONE_SIDED;
  }

  /** A person has two numbers while cards are exchanged: ten digits, and the personal id. */
  private static Verdict number(
      DeclaredFacts declared, String number, @Nullable Person registered) {
    var given = declared.socialInsuranceNumber();
    var known =
        number.equals(given)
            || number.equals(declared.paper().number())
            || (registered != null
                && (number.equals(registered.socialInsuranceNumber())
                    || number.equals(registered.personalId())));
    return !known && given.length() != number.length() ? Verdict.ONE_SIDED : same(known);
  }

  private static Verdict paper(DeclaredFacts declared, String number, @Nullable String oldNumber) {
    var given = declared.paper();
    if (given.number().equals(number) || given.number().equals(oldNumber)) {
      return Verdict.SAME;
    }
    return given.kind() == PaperKind.CITIZEN_CARD ? Verdict.DIFFERENT : Verdict.ONE_SIDED;
  }

  private static Verdict name(String declared, String card) {
    return Comparison.name(declared, card);
  }

  /** Lines have neither diacritics nor room for long names. */
  private static Verdict bareName(String declared, String card) {
    var given = PersonNames.searchForm(declared);
    var read = PersonNames.searchForm(card);
    return same(given.equals(read) || (read.length() >= CUT_OFF && given.startsWith(read)));
  }

  /** As far as both say: many insurance cards bear a year only. */
  private static Verdict born(DeclaredFacts declared, BirthDate card) {
    var given = declared.birthDate();
    if (given == null) {
      return Verdict.ONE_SIDED;
    }
    return same(
        given.year() == card.year()
            && goTogether(given.month(), card.month())
            && goTogether(given.day(), card.day()));
  }

  private static boolean goTogether(@Nullable Integer given, @Nullable Integer card) {
    return given == null || card == null || given.equals(card);
  }

  private static Verdict sex(DeclaredFacts declared, @Nullable Sex card) {
    return Comparison.plain(declared.sex(), card);
  }

  private static Verdict same(boolean is) {
    return is ? Verdict.SAME : Verdict.DIFFERENT;
  }
}
