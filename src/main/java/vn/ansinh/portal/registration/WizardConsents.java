package vn.ansinh.portal.registration;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Giving;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;
import vn.ansinh.portal.Devices;
import vn.ansinh.registration.Draft;
import vn.ansinh.registration.DraftContent;
import vn.ansinh.registration.Drafts;
import vn.ansinh.registration.Field;
import vn.ansinh.web.Chrome;

/** Takes down what an applicant agrees to on a page of the wizard, with the text that was read. */
@Component
class WizardConsents {

  private final Consents consents;
  private final Drafts drafts;

  WizardConsents(Consents consents, Drafts drafts) {
    this.consents = consents;
    this.drafts = drafts;
  }

  /**
   * A tick gives; what is not ticked was {@link #takeBackUnticked taken back} before.
   *
   * @param read version of the text on the page
   * @return false when the text has changed since, or none was read: it has to be read first
   */
  boolean say(
      Draft draft, Purpose purpose, String read, HttpServletRequest request, Chrome chrome) {
    if (!isTicked(purpose, draft.content())) {
      return true;
    }
    int wording = read.matches("[0-9]{1,6}") ? Integer.parseInt(read) : 0;
    return consents.giveUnsigned(draft.id().value(), purpose, wording, said(request, chrome))
        != Giving.OTHER_TEXT;
  }

  /** No tick withdraws, of a correction also what was said before, whichever way one leaves. */
  void takeBackUnticked(Draft draft, Purpose purpose, HttpServletRequest request, Chrome chrome) {
    if (!isTicked(purpose, draft.content())) {
      drafts.takeBack(draft, purpose, said(request, chrome));
    }
  }

  private static Said said(HttpServletRequest request, Chrome chrome) {
    return new Said(Place.REGISTRATION, Devices.of(request).name(), chrome.language());
  }

  static ConsentBox box(Purpose purpose, DraftContent content, Chrome chrome) {
    return new ConsentBox(
        chrome.t("consents.text." + purpose + "." + purpose.wording()),
        purpose.wording(),
        isTicked(purpose, content));
  }

  private static boolean isTicked(Purpose purpose, DraftContent content) {
    return content.isTicked(
        purpose == Purpose.POPULATION_REGISTRY ? Field.ASKS_REGISTRY : Field.RECEIVES_BY_EMAIL);
  }
}
