package vn.ansinh.adjusting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.Sex;
import vn.ansinh.people.Address;
import vn.ansinh.people.Person;

/** What the register says, or is to say, of a person as far as it can be adjusted. */
public record Facts(
    String fullName,
    BirthDate birthDate,
    Sex sex,
    List<IdentityPaper> papers,
    @Nullable Address address,
    @Nullable String contactPerson) {

  public Facts {
    papers = List.copyOf(papers);
  }

  static Facts of(Person person) {
    return new Facts(
        person.fullName(),
        person.birthDate(),
        person.sex(),
        person.papers(),
        person.address(),
        person.contactPerson());
  }

  /** Whether both say the same about an item. */
  public boolean agrees(Item item, Facts other) {
    return switch (item) {
      case FULL_NAME -> fullName.equals(other.fullName);
      case BIRTH_DATE -> birthDate.equals(other.birthDate);
      case SEX -> sex == other.sex;
      case PAPER -> papers.equals(other.papers);
      case ADDRESS -> java.util.Objects.equals(address, other.address);
      case CONTACT_PERSON -> java.util.Objects.equals(contactPerson, other.contactPerson);
    };
  }

  @Override
  public String toString() {
    return "Facts";
  }
}
