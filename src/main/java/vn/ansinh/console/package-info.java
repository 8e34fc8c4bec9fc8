/** Pages of the agency's staff: sign-in, queue, file, administration. */
@ApplicationModule(
    displayName = "Console",
    allowedDependencies = {
      "platform",
      "audit",
      "web",
      "catalogue",
      "identity",
      "people",
      "reading",
      "files",
      "accounts",
      "guardianship",
      "adjusting",
      "datarights",
      "registration",
      "staff",
      "review",
      "notifications",
      "imports"
    })
@NullMarked
package vn.ansinh.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
