package vn.ansinh.registration;

import org.springframework.stereotype.Service;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Purpose;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityDocuments;
import vn.ansinh.identity.NumberCheck;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.PopulationRegistry;
import vn.ansinh.identity.Verification;
import vn.ansinh.platform.Secrets;

/**
 * Asks the population registry about what a draft says (notice rule R4): where it vouches for the
 * data, no photos are needed, for as long as the data stay as they are.
 */
@Service
public class PopulationChecks {

  private final DraftStore store;
  private final PopulationRegistry registry;
  private final Consents consents;
  private final Secrets secrets;

  PopulationChecks(
      DraftStore store, PopulationRegistry registry, Consents consents, Secrets secrets) {
    this.store = store;
    this.registry = registry;
    this.consents = consents;
    this.secrets = secrets;
  }

  /**
   * Not found for other papers than the citizen card, without a birth date, and without the
   * applicant's consent, when nobody is asked. What was vouched for and stands unchanged is not
   * asked about again, so that a registry that has become unavailable takes nothing back. May take
   * as long as the registry's line allows; never within a transaction.
   */
  public Verification verify(DraftId id) {
    var draft = store.find(id).orElseThrow(() -> new RegistrationException("the draft is gone"));
    if (draft.isVerified(secrets)) {
      return new Verification.Match();
    }
    if (!consents.stands(id.value(), Purpose.POPULATION_REGISTRY)) {
      return new Verification.NotFound();
    }
    var content = draft.content();
    var born = BirthDate.parse(content.typed(Field.BIRTH_DATE));
    if (!content.typed(Field.PAPER_KIND).equals(PaperKind.CITIZEN_CARD.name())
        || born.isEmpty()
        || !(IdentityDocuments.check(PaperKind.CITIZEN_CARD, content.typed(Field.PAPER_NUMBER))
            instanceof NumberCheck.Valid(var number))) {
      return new Verification.NotFound();
    }
    var answer = registry.verify(number, content.typed(Field.FULL_NAME), born.get());
    store.saveVerified(
        id, answer instanceof Verification.Match ? draft.identityProof(secrets) : null);
    return answer;
  }
}
