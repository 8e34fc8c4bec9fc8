package vn.ansinh.portal.signin;

import java.util.List;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.ansinh.federation.IdentityProvider;
import vn.ansinh.federation.IdentitySignIn;

/**
 * Gives the sign-in page, whoever shows it, a button for each identity provider, and the page for
 * forgotten passwords one for each that can help: the same for everybody.
 */
@ControllerAdvice(
    assignableTypes = {
      SignInPages.class,
      PasskeySignInPages.class,
      CardScanPages.class,
      RecoveryPages.class
    })
class IdentityButtons {

  private final IdentitySignIn identities;

  IdentityButtons(IdentitySignIn identities) {
    this.identities = identities;
  }

  @ModelAttribute("identities")
  List<IdentityProvider> identities() {
    return identities.providers();
  }

  @ModelAttribute("recoverers")
  List<IdentityProvider> recoverers() {
    return identities.recoverers();
  }
}
