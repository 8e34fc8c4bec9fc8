package vn.ansinh.registration;

import org.springframework.stereotype.Component;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;

/** What was agreed to while filling in goes on with the declaration, in its transaction. */
@Component
class DeclaredConsents {

  private final Consents consents;

  DeclaredConsents(Consents consents) {
    this.consents = consents;
  }

  /**
   * Before anybody is told of the declaration: the tick declared is the word that counts. One that
   * no page has taken down is given by sending the declaration.
   */
  void take(StoredDraft draft, DeclarationId id, DeclaredFacts facts) {
    var said = new Said(Place.REGISTRATION, "", facts.language().getLanguage());
    consents.pass(draft.id().value(), id.value());
    if (isUnticked(draft.content(), Field.ASKS_REGISTRY)) {
      consents.withdrawUnsigned(id.value(), Purpose.POPULATION_REGISTRY, said);
    }
    if (!facts.receivesByEmail()) {
      consents.withdrawUnsigned(id.value(), Purpose.FORM_BY_EMAIL, said);
    } else if (consents.of(id.value()).stream()
        .noneMatch(it -> it.purpose() == Purpose.FORM_BY_EMAIL && it.isLive())) {
      consents.giveUnsigned(
          id.value(), Purpose.FORM_BY_EMAIL, Purpose.FORM_BY_EMAIL.wording(), said);
    }
  }

  /** On the trail of the person under whom the declaration lies. */
  void prove(Declaration declaration) {
    consents.declare(declaration.id().value(), declaration.person());
  }

  /** What was never on a page, as in a correction begun before there was a tick, says nothing. */
  private static boolean isUnticked(DraftContent content, Field field) {
    return content.typed().containsKey(field) && !content.isTicked(field);
  }
}
