/**
 * Who looks at and acts for whom: guardians of children under fifteen and carers of adults, from
 * the application to the moment it ends.
 */
@ApplicationModule(
    displayName = "Guardianship",
    allowedDependencies = {
      "platform",
      "audit",
      "catalogue",
      "identity",
      "people",
      "files",
      "accounts",
      "consents",
      "staff"
    })
@NullMarked
package vn.ansinh.guardianship;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
