/** Form 01 to stop electronic transactions (ngừng sử dụng): declared, taken back, carried out. */
@ApplicationModule(
    displayName = "Stopping",
    allowedDependencies = {
      "platform",
      "audit",
      "catalogue",
      "identity",
      "people",
      "accounts",
      "registration"
    })
@NullMarked
package vn.ansinh.stopping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
