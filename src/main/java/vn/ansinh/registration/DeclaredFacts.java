package vn.ansinh.registration;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.Sex;
import vn.ansinh.people.Address;

/**
 * What the applicant declares, checked and normalised.
 *
 * @param socialInsuranceNumber 10 or 12 digits
 * @param numberHidden found by the look-up: whoever holds the declaration but is no officer sees it
 *     masked only ({@link #numberShown}), so that the look-up never tells a number
 * @param phone {@code +84…}
 * @param place where the person transacts
 * @param officeCode the receiving office chosen; the file may have been moved since
 * @param language in which messages are written
 * @param verifiedByPopulationRegistry photos were not needed
 * @param codes not declared, but read on the way
 */
public record DeclaredFacts(
    ApplicantKind kind,
    String socialInsuranceNumber,
    boolean numberHidden,
    String fullName,
    @Nullable BirthDate birthDate,
    @Nullable Sex sex,
    IdentityPaper paper,
    Address address,
    String contactPerson,
    String phone,
    @Nullable String email,
    boolean receivesByEmail,
    TransactionPlace place,
    String officeCode,
    HandIn handIn,
    Locale language,
    boolean verifiedByPopulationRegistry,
    ReadCodes codes) {

  /** For pages and prints of the applicant. */
  public String numberShown() {
    return numberHidden ? MaskedNumber.of(socialInsuranceNumber) : socialInsuranceNumber;
  }
}
