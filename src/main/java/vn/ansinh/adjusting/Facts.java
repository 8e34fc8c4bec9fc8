package vn.ansinh.adjusting;

import java.util.List;
import java.util.Objects;
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
    return Objects.equals(value(item), other.value(item));
  }

  /** What it says about an item; absent where it says nothing. */
  @Nullable Object value(Item item) {
    return switch (item) {
      case FULL_NAME -> fullName;
      case BIRTH_DATE -> birthDate;
      case SEX -> sex;
      case PAPER -> papers;
      case ADDRESS -> address;
      case CONTACT_PERSON -> contactPerson;
    };
  }

  @Override
  public String toString() {
    return "Facts";
  }
}
