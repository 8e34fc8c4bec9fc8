package vn.ansinh.portal.children;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Giving;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Said;
import vn.ansinh.guardianship.ChildApplication;
import vn.ansinh.guardianship.ChildConsents;
import vn.ansinh.portal.Devices;
import vn.ansinh.web.Chrome;

/** Asks for the words a child's account needs, and takes them down. */
@Component
class AskedConsents {

  private final Consents consents;
  private final ChildConsents needed;

  AskedConsents(Consents consents, ChildConsents needed) {
    this.consents = consents;
    this.needed = needed;
  }

  List<ChildReviewPage.Asked> asked(ChildApplication application, Chrome chrome) {
    return needed.needed(application).stream()
        .map(
            it ->
                new ChildReviewPage.Asked(
                    it.name(),
                    chrome.t("consents.agree." + it),
                    chrome.t("consents.text." + it + "." + it.wording()),
                    it.wording()))
        .toList();
  }

  /** Field to what is missing; each word said counts, whatever else is missing on the page. */
  Map<String, String> say(ChildApplication application, HttpServletRequest request, Chrome chrome) {
    var said = new Said(Place.CHILD_APPLICATION, Devices.of(request).name(), chrome.language());
    var missing = new LinkedHashMap<String, String>();
    for (var purpose : needed.needed(application)) {
      var read = request.getParameter("wording-" + purpose);
      if (!"true".equals(request.getParameter(purpose.name()))) {
        missing.put(purpose.name(), chrome.t("consents.missing." + purpose));
      } else if (!Integer.toString(purpose.wording()).equals(read)
          || consents.giveFor(
                  application.id().value(),
                  application.guardian(),
                  purpose,
                  purpose.wording(),
                  said)
              != Giving.GIVEN) {
        missing.put(purpose.name(), chrome.t("consents.changed"));
      }
    }
    return missing;
  }
}
