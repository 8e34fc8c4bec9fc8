/**
 * What only the demo has: where to start, invented people, and every message that would have been
 * sent. In production none of these beans exists.
 */
@ApplicationModule(
    displayName = "Demo",
    allowedDependencies = {
      "platform",
      "audit",
      "web",
      "people",
      "accounts",
      "federation",
      "files",
      "consents",
      "guardianship",
      "identity",
      "notifications",
      "staff",
      "totp",
      "imports"
    })
@NullMarked
package vn.ansinh.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
