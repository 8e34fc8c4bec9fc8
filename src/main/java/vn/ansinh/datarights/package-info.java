/**
 * What the law on personal data (91/2025/QH15) gives to whom the data are about: to see who looked
 * at them, to have them, and to ask for something to be done with them.
 */
@ApplicationModule(
    displayName = "Data rights",
    allowedDependencies = {
      "platform",
      "audit",
      "catalogue",
      "people",
      "staff",
      "accounts",
      "files",
      "registration"
    })
@NullMarked
package vn.ansinh.datarights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
