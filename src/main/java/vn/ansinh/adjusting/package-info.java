/**
 * Form 01 to adjust what the register says (điều chỉnh thông tin): asked for, decided by the
 * office, written into the register on its day.
 */
@ApplicationModule(
    displayName = "Adjusting",
    allowedDependencies = {
      "platform",
      "audit",
      "catalogue",
      "identity",
      "people",
      "files",
      "accounts",
      "registration",
      "staff"
    })
@NullMarked
package vn.ansinh.adjusting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
