package vn.ansinh.console.file;

import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.console.Names;
import vn.ansinh.console.PromiseTexts;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.review.OpenFile;
import vn.ansinh.staff.Officer;
import vn.ansinh.web.Texts;

/** Says at the top of a file whose it is, where it stands and what was promised. */
@Component
class FileHeads {

  private final PromiseTexts promises;
  private final Offices offices;
  private final Texts texts;

  FileHeads(PromiseTexts promises, Offices offices, Texts texts) {
    this.promises = promises;
    this.offices = offices;
    this.texts = texts;
  }

  FilePage.Head of(OpenFile file, Names names, Officer officer, Locale language) {
    var declaration = file.declaration();
    var clock = declaration.clock();
    var facts = declaration.facts();
    return new FilePage.Head(
        "/console/files/" + declaration.id().value(),
        declaration.code().value(),
        facts == null ? texts.of(language, "review.erased") : facts.fullName(),
        declaration.version(),
        texts.of(language, "review.status." + declaration.status().name()),
        tone(declaration.status()),
        promises.of(
            declaration.status(), clock.receiptDue(), clock.decisionDue(), clock.actBy(), language),
        texts.of(language, "review.handin." + declaration.handIn().name()),
        offices.find(declaration.officeCode()).map(Office::label).orElse(declaration.officeCode()),
        file.holder().map(names::of).orElse(""),
        file.holder().filter(officer.id()::equals).isPresent(),
        declaration.status().isOpen(),
        declaration.isErased());
  }

  private static String tone(DeclarationStatus status) {
    return switch (status) {
      case SUBMITTED -> "note";
      case IN_REVIEW, APPROVED -> "good";
      case RETURNED, ASKED_TO_COME -> "warn";
      case REJECTED -> "bad";
      default -> "";
    };
  }
}
