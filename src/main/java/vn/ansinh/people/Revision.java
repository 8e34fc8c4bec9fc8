package vn.ansinh.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.Sex;

/**
 * What a person wants the register to say from some day on; absent where nothing changes.
 * Everything is normalised already.
 *
 * @param paper takes the place of those of the same kind; the citizen card's number is the personal
 *     id
 */
public record Revision(
    @Nullable String fullName,
    @Nullable BirthDate birthDate,
    @Nullable Sex sex,
    @Nullable IdentityPaper paper,
    @Nullable Address address,
    @Nullable String contactPerson) {

  /** The person as the register would know them. */
  public Person appliedTo(Person before) {
    var replaced = paper;
    var personalId =
        replaced != null && replaced.kind() == PaperKind.CITIZEN_CARD
            ? replaced.number()
            : before.personalId();
    return new Person(
        before.id(),
        before.socialInsuranceNumber(),
        personalId,
        Objects.requireNonNullElse(fullName, before.fullName()),
        Objects.requireNonNullElse(birthDate, before.birthDate()),
        Objects.requireNonNullElse(sex, before.sex()),
        replaced == null ? before.papers() : with(replaced, before.papers()),
        address == null ? before.address() : address,
        before.phone(),
        before.email(),
        contactPerson == null ? before.contactPerson() : contactPerson,
        before.householdCode(),
        before.householdRelation(),
        before.ethnicGroup(),
        before.nationality(),
        before.status());
  }

  private static List<IdentityPaper> with(IdentityPaper paper, List<IdentityPaper> before) {
    var papers = new ArrayList<>(before);
    papers.removeIf(it -> it.kind() == paper.kind());
    if (paper.kind() == PaperKind.CITIZEN_CARD) {
      papers.addFirst(paper);
    } else {
      papers.add(paper);
    }
    return papers;
  }

  @Override
  public String toString() {
    return "Revision";
  }
}
