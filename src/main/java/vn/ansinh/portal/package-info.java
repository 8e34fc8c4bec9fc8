/** The pages of insured persons: register, follow a declaration, sign in, see one's own data. */
@ApplicationModule(
    displayName = "Portal",
    allowedDependencies = {
      "platform",
      "audit",
      "web",
      "catalogue",
      "identity",
      "reading",
      "people",
      "files",
      "accounts",
      "consents",
      "factors",
      "federation",
      "totp",
      "guardianship",
      "registration",
      "stopping",
      "adjusting",
      "review",
      "notifications",
      "datarights",
      "printing"
    })
@NullMarked
package vn.ansinh.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
