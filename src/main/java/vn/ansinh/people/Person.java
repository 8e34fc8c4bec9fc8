package vn.ansinh.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.Sex;
import vn.ansinh.platform.PersonId;

/**
 * An insured person as the register knows them.
 *
 * @param socialInsuranceNumber 10 digits; absent where only the personal id is in use
 * @param personalId 12 digits; absent where the register does not know it yet
 * @param fullName as written, NFC
 * @param papers with the citizen card first when the personal id is known
 * @param phone normalised, {@code +84...}
 * @param contactPerson whom the office asks for at the address; absent where nobody was named
 * @param householdCode mã hộ gia đình
 * @param householdRelation code of the relation to the head of the household
 * @param ethnicGroup code
 * @param nationality ISO 3166-1, two letters
 */
public record Person(
    PersonId id,
    @Nullable String socialInsuranceNumber,
    @Nullable String personalId,
    String fullName,
    BirthDate birthDate,
    Sex sex,
    List<IdentityPaper> papers,
    @Nullable Address address,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String contactPerson,
    @Nullable String householdCode,
    @Nullable String householdRelation,
    @Nullable String ethnicGroup,
    String nationality,
    PersonStatus status) {

  public Person {
    papers = List.copyOf(papers);
  }

  /** The one name of an account: the social-insurance number, else the personal id. */
  public String number() {
    if (socialInsuranceNumber != null) {
      return socialInsuranceNumber;
    }
    if (personalId == null) {
      throw new PeopleException("a person without any number: " + id.value());
    }
    return personalId;
  }
}
