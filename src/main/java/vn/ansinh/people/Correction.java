package vn.ansinh.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.people.PersonChange.Field;

/**
 * A known person and what the register is to say from now on.
 *
 * @param newPapers to be added
 * @param changes each fact that differs, never empty
 */
record Correction(
    Person before, Person after, List<IdentityPaper> newPapers, List<Change> changes) {

  /** One fact, as text. */
  record Change(Field field, @Nullable String from, @Nullable String to) {}

  /** Empty when the row says nothing new. */
  static Optional<Correction> of(Person before, NewPerson row) {
    var after = merged(before, row);
    var newPapers =
        row.papers().stream().filter(it -> !before.papers().contains(it)).distinct().toList();
    if (newPapers.isEmpty() && after.equals(before)) {
      return Optional.empty();
    }
    return Optional.of(new Correction(before, after, newPapers, changes(before, after, newPapers)));
  }

  /**
   * A person as they were revised; a paper of a kind takes the place of those of the same kind.
   *
   * @return empty when nothing differs
   */
  static Optional<Correction> revised(Person before, Person after) {
    var newPapers =
        after.papers().stream().filter(it -> it.kind() != PaperKind.CITIZEN_CARD).toList();
    var changes = new Changes(changes(before, after, List.of()));
    papers(changes, before.papers(), after.papers());
    return changes.list.isEmpty()
        ? Optional.empty()
        : Optional.of(new Correction(before, after, newPapers, changes.list));
  }

  private static Person merged(Person before, NewPerson row) {
    return new Person(
        before.id(),
        known(row.socialInsuranceNumber(), before.socialInsuranceNumber()),
        known(row.personalId(), before.personalId()),
        row.fullName(),
        moreExact(row.birthDate(), before.birthDate()),
        row.sex(),
        before.papers(),
        known(row.address(), before.address()),
        known(row.phone(), before.phone()),
        known(row.email(), before.email()),
        before.contactPerson(),
        known(row.householdCode(), before.householdCode()),
        known(row.householdRelation(), before.householdRelation()),
        known(row.ethnicGroup(), before.ethnicGroup()),
        row.nationality(),
        before.status());
  }

  private static <T> @Nullable T known(@Nullable T arriving, @Nullable T before) {
    return arriving == null ? before : arriving;
  }

  private static BirthDate moreExact(BirthDate arriving, BirthDate before) {
    boolean vaguer =
        arriving.agreesWith(before) && arriving.precision().compareTo(before.precision()) > 0;
    return vaguer ? before : arriving;
  }

  private static List<Change> changes(Person before, Person after, List<IdentityPaper> newPapers) {
    var changes = new Changes();
    changes.add(
        Field.SOCIAL_INSURANCE_NUMBER,
        before.socialInsuranceNumber(),
        after.socialInsuranceNumber());
    changes.add(Field.PERSONAL_ID, before.personalId(), after.personalId());
    changes.add(Field.FULL_NAME, before.fullName(), after.fullName());
    changes.add(Field.BIRTH_DATE, before.birthDate().text(), after.birthDate().text());
    changes.add(Field.SEX, before.sex().name(), after.sex().name());
    changes.add(Field.ADDRESS, text(before.address()), text(after.address()));
    changes.add(Field.PHONE, before.phone(), after.phone());
    changes.add(Field.EMAIL, before.email(), after.email());
    changes.add(Field.CONTACT_PERSON, before.contactPerson(), after.contactPerson());
    changes.add(Field.HOUSEHOLD_CODE, before.householdCode(), after.householdCode());
    changes.add(Field.HOUSEHOLD_RELATION, before.householdRelation(), after.householdRelation());
    changes.add(Field.ETHNIC_GROUP, before.ethnicGroup(), after.ethnicGroup());
    changes.add(Field.NATIONALITY, before.nationality(), after.nationality());
    papers(changes, List.of(), newPapers);
    return changes.list;
  }

  private static void papers(
      Changes changes, List<IdentityPaper> before, List<IdentityPaper> after) {
    changes.add(
        Field.OLD_CARD, numbers(before, PaperKind.OLD_CARD), numbers(after, PaperKind.OLD_CARD));
    changes.add(
        Field.PASSPORT, numbers(before, PaperKind.PASSPORT), numbers(after, PaperKind.PASSPORT));
  }

  private static @Nullable String numbers(List<IdentityPaper> papers, PaperKind kind) {
    var numbers =
        papers.stream()
            .filter(it -> it.kind() == kind)
            .map(IdentityPaper::number)
            .collect(Collectors.joining(", "));
    return numbers.isEmpty() ? null : numbers;
  }

  private static @Nullable String text(@Nullable Address address) {
    return address == null
        ? null
        : "%s %s %s".formatted(address.layer(), address.wardCode(), address.street()).strip();
  }

  private static final class Changes {
    private final List<Change> list;

    Changes() {
      this(List.of());
    }

    Changes(List<Change> first) {
      list = new ArrayList<>(first);
    }

    void add(Field field, @Nullable String from, @Nullable String to) {
      if (!Objects.equals(from, to)) {
        list.add(new Change(field, from, to));
      }
    }
  }
}
