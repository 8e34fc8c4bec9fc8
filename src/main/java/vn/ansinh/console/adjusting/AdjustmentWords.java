package vn.ansinh.console.adjusting;

import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.ansinh.adjusting.Adjustment;
import vn.ansinh.adjusting.AdjustmentStatus;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.console.PromiseTexts;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.DeclarationStatus;

/** What the list and one request say in the same words. */
@Component
class AdjustmentWords {

  private final Offices offices;
  private final PromiseTexts promises;

  AdjustmentWords(Offices offices, PromiseTexts promises) {
    this.offices = offices;
    this.promises = promises;
  }

  PromiseTexts.Promise promise(Adjustment adjustment, Locale language) {
    var status =
        adjustment.is(AdjustmentStatus.SUBMITTED)
            ? DeclarationStatus.SUBMITTED
            : DeclarationStatus.APPROVED;
    return promises.of(status, adjustment.receiptDue(), adjustment.decisionDue(), null, language);
  }

  String office(Adjustment adjustment) {
    var code = adjustment.officeCode();
    return code == null ? "" : offices.find(code).map(Office::label).orElse(code);
  }

  static String since(Adjustment adjustment) {
    var since = adjustment.submittedAt();
    return since == null ? "" : VietnamTime.show(since);
  }

  static String tone(AdjustmentStatus status) {
    return switch (status) {
      case DRAFT, WITHDRAWN -> "";
      case SUBMITTED, APPROVED -> "note";
      case RETURNED -> "warn";
      case DONE -> "good";
      case REJECTED -> "bad";
    };
  }
}
