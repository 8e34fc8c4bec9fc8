package vn.ansinh.portal.children;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Giving;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;
import vn.ansinh.guardianship.ChildApplication;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.Devices;
import vn.ansinh.web.Chrome;

/**
 * Whose word a child's account needs (Law 91/2025/QH15): the representative's, and from seven years
 * the child's own too. A child who may be seven is asked.
 */
@Component
class ChildConsents {

  private static final int OWN_WORD = 7;

  private final Consents consents;
  private final Clock clock;

  ChildConsents(Consents consents, Clock clock) {
    this.consents = consents;
    this.clock = clock;
  }

  List<ChildReviewPage.Asked> asked(ChildApplication application, Chrome chrome) {
    return purposes(application)
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
    for (var purpose : purposes(application).toList()) {
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

  /** Whether every word that is needed was said, to the texts of today. */
  boolean stand(ChildApplication application) {
    return purposes(application).allMatch(it -> consents.stands(application.id().value(), it));
  }

  private Stream<Purpose> purposes(ChildApplication application) {
    var form = application.form();
    var seventh = VietnamTime.today(clock).minusYears(OWN_WORD);
    boolean mayBeSeven =
        form == null || form.born().filter(it -> it.earliest().isAfter(seventh)).isEmpty();
    return mayBeSeven
        ? Stream.of(Purpose.CHILD_BY_GUARDIAN, Purpose.CHILD_BY_CHILD)
        : Stream.of(Purpose.CHILD_BY_GUARDIAN);
  }
}
