package vn.ansinh.portal.status;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;
import vn.ansinh.portal.Devices;
import vn.ansinh.registration.Declarations;
import vn.ansinh.web.Answers;

/**
 * One press takes back the consent to have the form by e-mail, by whoever holds the declaration's
 * link; once approved it is the person's, who withdraws it when signed in. Never refused.
 */
@Controller
class FormConsentPages {

  private final Declarations declarations;
  private final Consents consents;

  FormConsentPages(Declarations declarations, Consents consents) {
    this.declarations = declarations;
    this.consents = consents;
  }

  @PostMapping("/status/{secret}/form-by-email/withdrawal")
  ModelAndView withdraw(@PathVariable String secret, HttpServletRequest request, Locale language) {
    var declaration =
        declarations
            .byStatusSecret(secret)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var said = new Said(Place.STATUS_PAGE, Devices.of(request).name(), language.getLanguage());
    boolean withdrawn =
        consents.withdrawUnsigned(declaration.id().value(), Purpose.FORM_BY_EMAIL, said);
    return Answers.seeOther(
        StatusPages.at(secret) + "?notice=form-by-email" + (withdrawn ? "" : "-stale"));
  }
}
