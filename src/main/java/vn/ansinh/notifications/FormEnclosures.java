package vn.ansinh.notifications;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Recipient;

@Component
class FormEnclosures implements Enclosures {

  private final Declarations declarations;

  FormEnclosures(Declarations declarations) {
    this.declarations = declarations;
  }

  @Override
  public boolean isReady(Content.Enclosure enclosure, UUID subjectId) {
    return switch (enclosure) {
      case FORM_01 ->
          !declarations.awaitsPhotos(new DeclarationId(subjectId))
              || !isWanted(enclosure, subjectId);
    };
  }

  /** Of an erased declaration nobody can say; there is nothing to enclose either. */
  @Override
  public boolean isWanted(Content.Enclosure enclosure, UUID subjectId) {
    return switch (enclosure) {
      case FORM_01 ->
          declarations
              .recipient(new DeclarationId(subjectId))
              .map(Recipient::receivesByEmail)
              .orElse(true);
    };
  }

  @Override
  public Document open(Content.Enclosure enclosure, UUID subjectId) throws EnclosureMissing {
    return switch (enclosure) {
      case FORM_01 ->
          new Document(
              "to-khai-mau-01.pdf",
              "application/pdf",
              declarations.form01(new DeclarationId(subjectId)).orElseThrow(EnclosureMissing::new));
    };
  }
}
