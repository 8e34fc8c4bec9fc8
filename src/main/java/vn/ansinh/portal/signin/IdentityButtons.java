package vn.ansinh.portal.signin;

import java.util.List;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.ansinh.federation.IdentityProvider;
import vn.ansinh.federation.IdentitySignIn;

/** Gives the sign-in page, whoever shows it, a button for each identity provider. */
@ControllerAdvice(
    assignableTypes = {SignInPages.class, PasskeySignInPages.class, CardScanPages.class})
class IdentityButtons {

  private final IdentitySignIn identities;

  IdentityButtons(IdentitySignIn identities) {
    this.identities = identities;
  }

  @ModelAttribute("identities")
  List<IdentityProvider> identities() {
    return identities.providers();
  }
}
