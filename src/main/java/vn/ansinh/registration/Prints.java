package vn.ansinh.registration;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Declarations on paper. */
@Component
class Prints {

  private final DeclarationStore store;
  private final Form01Details details;
  private final Form01Documents documents;

  Prints(DeclarationStore store, Form01Details details, Form01Documents documents) {
    this.store = store;
    this.details = details;
    this.documents = documents;
  }

  Optional<byte[]> form01(DeclarationId id) {
    return store
        .find(id)
        .flatMap(it -> Optional.ofNullable(it.facts()).map(facts -> details.of(it, facts)))
        .map(documents::render);
  }
}
