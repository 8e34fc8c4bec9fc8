package vn.ansinh.notifications;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Purpose;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Recipient;
import vn.ansinh.stopping.Stoppings;

@Component
class FormEnclosures implements Enclosures {

  private final Declarations declarations;
  private final Stoppings stoppings;
  private final Consents consents;

  FormEnclosures(Declarations declarations, Stoppings stoppings, Consents consents) {
    this.declarations = declarations;
    this.stoppings = stoppings;
    this.consents = consents;
  }

  @Override
  public boolean isReady(Content.Enclosure enclosure, UUID subjectId) {
    return switch (enclosure) {
      case FORM_01 ->
          !declarations.awaitsPhotos(new DeclarationId(subjectId))
              || !isWanted(enclosure, subjectId);
      case STOP_FORM_01 -> true;
    };
  }

  /**
   * Of an erased declaration nobody can say; there is nothing to enclose either. Nor is there when
   * a declaration to stop was taken back before the message left.
   */
  @Override
  public boolean isWanted(Content.Enclosure enclosure, UUID subjectId) {
    return switch (enclosure) {
      case FORM_01 ->
          declarations
              .recipient(new DeclarationId(subjectId))
              .map(Recipient::receivesByEmail)
              .orElse(true);
      case STOP_FORM_01 ->
          consents.stands(subjectId, Purpose.FORM_BY_EMAIL)
              && stoppings.waiting(new PersonId(subjectId)).isPresent();
    };
  }

  @Override
  public Document open(Content.Enclosure enclosure, UUID subjectId) throws EnclosureMissing {
    var pdf =
        switch (enclosure) {
          case FORM_01 -> declarations.form01(new DeclarationId(subjectId));
          case STOP_FORM_01 -> stoppings.form01(new PersonId(subjectId));
        };
    return new Document(
        "to-khai-mau-01.pdf", "application/pdf", pdf.orElseThrow(EnclosureMissing::new));
  }
}
