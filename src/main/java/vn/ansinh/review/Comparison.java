package vn.ansinh.review;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.IdentityDocuments;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.people.Person;
import vn.ansinh.platform.SearchText;
import vn.ansinh.registration.DeclaredFacts;

/** Declared against the register and what cards said, field by field. */
public final class Comparison {

  /** What is compared, in the order of the screen. */
  public enum Field {
    NUMBER,
    FULL_NAME,
    BIRTH_DATE,
    SEX,
    PAPER_NUMBER,
    ADDRESS,
    PHONE,
    EMAIL;

    /** Tells who somebody is; contacts and addresses change. */
    public boolean identifies() {
      return compareTo(PAPER_NUMBER) <= 0;
    }
  }

  /** How the two stand to each other. */
  public enum Verdict {
    SAME,
    /** The same but for diacritics. */
    ALIKE,
    DIFFERENT,
    /** One side says nothing. */
    ONE_SIDED,
    /** Nobody of the register is chosen yet. */
    UNMATCHED
  }

  /** What is declared is compared with. */
  public enum Source {
    REGISTER,
    CITIZEN_CARD,
    MACHINE_LINES,
    INSURANCE_CARD
  }

  private final Map<Source, Map<Field, Verdict>> verdicts;
  private final Assessment assessment;

  private Comparison(
      Map<Source, Map<Field, Verdict>> verdicts, DeclaredFacts declared, Evidence evidence) {
    this.verdicts = verdicts;
    this.assessment =
        evidence.contradictions().isEmpty() ? assess(declared) : Assessment.CONTRADICTION;
  }

  static Comparison of(DeclaredFacts declared, Evidence evidence, @Nullable Person registered) {
    var verdicts = new EnumMap<Source, Map<Field, Verdict>>(Source.class);
    if (registered != null) {
      var register = new EnumMap<Field, Verdict>(Field.class);
      for (var field : Field.values()) {
        register.put(field, compare(field, declared, registered));
      }
      verdicts.put(Source.REGISTER, register);
    }
    evidence
        .citizenCard()
        .ifPresent(it -> verdicts.put(Source.CITIZEN_CARD, CardComparison.of(declared, it)));
    evidence
        .machineLines()
        .ifPresent(it -> verdicts.put(Source.MACHINE_LINES, CardComparison.of(declared, it)));
    evidence
        .insuranceCard()
        .ifPresent(
            it -> verdicts.put(Source.INSURANCE_CARD, CardComparison.of(declared, it, registered)));
    return new Comparison(verdicts, declared, evidence);
  }

  public Verdict of(Source source, Field field) {
    return verdicts.getOrDefault(source, Map.of()).getOrDefault(field, missing(source));
  }

  /** The whole file; grows worse, never better, with what is looked at. */
  public Assessment assessment() {
    return assessment;
  }

  /** Fields that identify a person in which something differs from what is declared. */
  public long differences() {
    return Stream.of(Field.values())
        .filter(Field::identifies)
        .filter(it -> any(it, Verdict.DIFFERENT) || any(it, Verdict.ALIKE))
        .count();
  }

  private Verdict missing(Source source) {
    return source == Source.REGISTER && !verdicts.containsKey(source)
        ? Verdict.UNMATCHED
        : Verdict.ONE_SIDED;
  }

  private boolean any(Field field, Verdict verdict) {
    return verdicts.values().stream().anyMatch(it -> it.get(field) == verdict);
  }

  private Assessment assess(DeclaredFacts declared) {
    var identifying = Stream.of(Field.values()).filter(Field::identifies).toList();
    if (identifying.stream().anyMatch(it -> any(it, Verdict.DIFFERENT))) {
      return Assessment.CONTRADICTION;
    }
    // Cards are shown by the applicant and signed by nobody: they can contradict, never confirm.
    var sure =
        identifying.stream()
                .allMatch(it -> of(Source.REGISTER, it) == Verdict.SAME || isBlank(it, declared))
            && identifying.stream().noneMatch(it -> any(it, Verdict.ALIKE))
            && IdentityDocuments.doubts(declared.paper(), declared.sex(), declared.birthDate())
                .isEmpty();
    return sure ? Assessment.CONSISTENT : Assessment.LOOK_HERE;
  }

  /** Who does not say it cannot be wrong about it. */
  private static boolean isBlank(Field field, DeclaredFacts declared) {
    return (field == Field.BIRTH_DATE && declared.birthDate() == null)
        || (field == Field.SEX && declared.sex() == null);
  }

  private static Verdict compare(Field field, DeclaredFacts declared, Person registered) {
    return switch (field) {
      case NUMBER -> number(declared.socialInsuranceNumber(), registered);
      case FULL_NAME -> name(declared.fullName(), registered.fullName());
      case BIRTH_DATE -> plain(declared.birthDate(), registered.birthDate());
      case SEX -> plain(declared.sex(), registered.sex());
      case PAPER_NUMBER -> paper(declared.paper().number(), registered);
      case ADDRESS -> address(declared, registered);
      case PHONE -> plain(declared.phone(), registered.phone());
      case EMAIL -> plain(declared.email(), registered.email());
    };
  }

  private static Verdict number(String declared, Person registered) {
    return declared.equals(registered.socialInsuranceNumber())
            || declared.equals(registered.personalId())
        ? Verdict.SAME
        : Verdict.DIFFERENT;
  }

  static Verdict name(String declared, String registered) {
    return switch (PersonNames.compare(declared, registered)) {
      case SAME -> Verdict.SAME;
      case SAME_WITHOUT_DIACRITICS -> Verdict.ALIKE;
      case DIFFERENT -> Verdict.DIFFERENT;
    };
  }

  private static Verdict paper(String declared, Person registered) {
    var known =
        declared.equals(registered.personalId())
            || registered.papers().stream().anyMatch(it -> it.number().equals(declared));
    if (known) {
      return Verdict.SAME;
    }
    return registered.personalId() == null && registered.papers().isEmpty()
        ? Verdict.ONE_SIDED
        : Verdict.DIFFERENT;
  }

  private static Verdict address(DeclaredFacts declared, Person registered) {
    var known = registered.address();
    if (known == null) {
      return Verdict.ONE_SIDED;
    }
    var given = declared.address();
    var sameWard = given.layer() == known.layer() && given.wardCode().equals(known.wardCode());
    if (!sameWard) {
      return Verdict.DIFFERENT;
    }
    return SearchText.of(given.street()).equals(SearchText.of(known.street()))
        ? Verdict.SAME
        : Verdict.DIFFERENT;
  }

  static Verdict plain(@Nullable Object declared, @Nullable Object registered) {
    if (declared == null || registered == null) {
      return Verdict.ONE_SIDED;
    }
    return declared.equals(registered) ? Verdict.SAME : Verdict.DIFFERENT;
  }
}
