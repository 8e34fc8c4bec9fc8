/** Codes of generator apps, for whoever signs in with one: officers and insured persons. */
@ApplicationModule(
    displayName = "Code generators",
    allowedDependencies = {})
@NullMarked
package vn.ansinh.totp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
