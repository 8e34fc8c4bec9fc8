package vn.ansinh.registration;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ansinh.files.Files;
import vn.ansinh.files.Safety;

/** Declarations on paper. */
@Component
class Prints {

  private final DeclarationStore store;
  private final Form01Details details;
  private final Form01Documents documents;
  private final Files files;

  Prints(DeclarationStore store, Form01Details details, Form01Documents documents, Files files) {
    this.store = store;
    this.details = details;
    this.documents = documents;
    this.files = files;
  }

  /** Whether photos that belong into Form 01 are still to be made safe. */
  boolean awaitsPhotos(DeclarationId id) {
    var photos = store.find(id).map(Declaration::photos).orElse(Photos.NONE);
    return files.safety(photos.ids()).values().stream().anyMatch(Safety.Waiting.class::isInstance);
  }

  /** The paper's photos come into it once they are safe. */
  Optional<byte[]> form01(DeclarationId id) {
    return store
        .find(id)
        .flatMap(it -> Optional.ofNullable(it.facts()).map(facts -> details.of(it, facts)))
        .map(this::printed);
  }

  /** The photos opened for it are zeros once they are laid into it. */
  private byte[] printed(Form01 form) {
    try {
      return documents.render(form);
    } finally {
      var images = form.images();
      if (images != null) {
        images.wipe();
      }
    }
  }
}
