/**
 * What a person signs in with beside the password: codes printed beforehand, authenticator apps and
 * passkeys.
 */
@ApplicationModule(
    displayName = "Factors",
    allowedDependencies = {"platform", "audit", "accounts", "totp"})
@NullMarked
package vn.ansinh.factors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
