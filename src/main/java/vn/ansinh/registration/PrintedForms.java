package vn.ansinh.registration;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.people.Address;
import vn.ansinh.platform.Overloaded;
import vn.ansinh.platform.PersonId;

/** Form 01 for the purposes that are declared elsewhere: the same paper, the same kind of code. */
@Service
public class PrintedForms {

  private final ClaimStore claims;
  private final Form01Details details;
  private final Form01Documents documents;

  PrintedForms(ClaimStore claims, Form01Details details, Form01Documents documents) {
    this.claims = claims;
    this.details = details;
    this.documents = documents;
  }

  /** One that no other declaration has, whatever its purpose; the claim's primary key decides. */
  @Transactional
  public DeclarationCode newCode(PersonId person, UUID declaration) {
    var code = DeclarationCode.random();
    return claims.insertCode(code, person, declaration) ? code : newCode(person, declaration);
  }

  /** As the form spells it out. */
  public Form01.Address address(Address declared) {
    return details.address(declared);
  }

  /**
   * @throws RegistrationException when the catalogue does not know it
   */
  public Form01.ReceivingOffice office(String code) {
    return details.office(code);
  }

  /**
   * PDF/UA-1 and PDF/A-2a; the same form always gives the same bytes.
   *
   * @throws Overloaded when too many are in print
   */
  public byte[] print(Form01 form) {
    return documents.render(form);
  }
}
