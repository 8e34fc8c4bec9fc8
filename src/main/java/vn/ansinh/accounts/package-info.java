/**
 * Accounts of insured persons: contacts held by one person only, one-time codes, first passwords,
 * sign-in and sessions.
 */
@ApplicationModule(
    displayName = "Accounts",
    allowedDependencies = {"people", "identity"})
@NullMarked
package vn.ansinh.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
