package vn.ansinh.portal.stopping;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Giving;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;
import vn.ansinh.portal.Devices;
import vn.ansinh.portal.registration.ConsentBox;
import vn.ansinh.web.Chrome;

/**
 * The tick for Form 01 by e-mail. It gives the consent; no tick leaves a consent as it is, for it
 * only says that this one form is not wanted.
 */
@Component
class StopFormMail {

  private static final Purpose PURPOSE = Purpose.FORM_BY_EMAIL;

  private final Accounts accounts;
  private final Consents consents;

  StopFormMail(Accounts accounts, Consents consents) {
    this.accounts = accounts;
    this.consents = consents;
  }

  /** Absent for somebody without an e-mail address. */
  @Nullable ConsentBox box(CitizenSession session, StopForm form, Chrome chrome) {
    boolean hasAddress =
        accounts.find(session.person()).flatMap(it -> it.contact(Channel.EMAIL)).isPresent();
    return hasAddress
        ? new ConsentBox(
            chrome.t("consents.text." + PURPOSE + "." + PURPOSE.wording()),
            PURPOSE.wording(),
            form.wantsFormByEmail())
        : null;
  }

  /** Whether the text ticked is not the one of today. */
  boolean isOutdated(StopForm form) {
    return form.wantsFormByEmail() && form.wordingRead() != PURPOSE.wording();
  }

  /** False when the form is wanted and will not be sent, for the consent is not given. */
  boolean agree(CitizenSession session, StopForm form, HttpServletRequest request, Chrome chrome) {
    if (!form.wantsFormByEmail()) {
      return true;
    }
    var said = new Said(Place.STOPPING, Devices.of(request).name(), chrome.language());
    return consents.give(session.person(), PURPOSE, form.wordingRead(), said) == Giving.GIVEN;
  }
}
