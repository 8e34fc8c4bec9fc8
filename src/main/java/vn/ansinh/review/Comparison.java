package vn.ansinh.review;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.people.Person;
import vn.ansinh.platform.SearchText;
import vn.ansinh.registration.DeclaredFacts;

/** Declared against register, field by field. */
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

  private final Map<Field, Verdict> verdicts;

  private Comparison(Map<Field, Verdict> verdicts) {
    this.verdicts = verdicts;
  }

  static Comparison of(DeclaredFacts declared, @Nullable Person registered) {
    var verdicts = new EnumMap<Field, Verdict>(Field.class);
    for (var field : Field.values()) {
      verdicts.put(
          field, registered == null ? Verdict.UNMATCHED : compare(field, declared, registered));
    }
    return new Comparison(verdicts);
  }

  public Verdict of(Field field) {
    return Objects.requireNonNull(verdicts.get(field));
  }

  /** Differences in what identifies a person; contacts and addresses change. */
  public long differences() {
    return verdicts.entrySet().stream()
        .filter(it -> it.getKey().identifies())
        .filter(it -> it.getValue() == Verdict.DIFFERENT || it.getValue() == Verdict.ALIKE)
        .count();
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

  private static Verdict name(String declared, String registered) {
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

  private static Verdict plain(@Nullable Object declared, @Nullable Object registered) {
    if (declared == null || registered == null) {
      return Verdict.ONE_SIDED;
    }
    return declared.equals(registered) ? Verdict.SAME : Verdict.DIFFERENT;
  }
}
