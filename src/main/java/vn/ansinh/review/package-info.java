/**
 * The officer's desk: the queue of each office, who has which file in hand, and what is decided.
 */
@ApplicationModule(
    displayName = "Review",
    allowedDependencies = {
      "platform",
      "audit",
      "catalogue",
      "identity",
      "people",
      "files",
      "reading",
      "accounts",
      "guardianship",
      "registration",
      "staff"
    })
@NullMarked
package vn.ansinh.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
