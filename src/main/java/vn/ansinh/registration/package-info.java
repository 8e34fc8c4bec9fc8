/** Declarations (Form 01): how a person asks to be registered, from draft to a decided file. */
@ApplicationModule(
    displayName = "Registration",
    allowedDependencies = {
      "platform",
      "audit",
      "catalogue",
      "identity",
      "people",
      "files",
      "accounts",
      "consents",
      "printing"
    })
@NullMarked
package vn.ansinh.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
