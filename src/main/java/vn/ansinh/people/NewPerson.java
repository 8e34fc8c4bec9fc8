package vn.ansinh.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.Sex;

/**
 * What is known of a person before they are in the register. Everything is normalised already (see
 * {@link vn.ansinh.identity}); fields as in {@link Person}. One of the two numbers must be there.
 *
 * @param papers may hold a citizen card: its number is the personal id
 */
public record NewPerson(
    @Nullable String socialInsuranceNumber,
    @Nullable String personalId,
    String fullName,
    BirthDate birthDate,
    Sex sex,
    List<IdentityPaper> papers,
    @Nullable Address address,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String householdCode,
    @Nullable String householdRelation,
    @Nullable String ethnicGroup,
    String nationality) {

  /**
   * @throws PeopleException without any number
   */
  public NewPerson {
    for (var paper : papers) {
      if (paper.kind() == PaperKind.CITIZEN_CARD && personalId == null) {
        personalId = paper.number();
      }
    }
    if (socialInsuranceNumber == null && personalId == null) {
      throw new PeopleException("a new person needs a number");
    }
    papers = papers.stream().filter(it -> it.kind() != PaperKind.CITIZEN_CARD).toList();
  }
}
