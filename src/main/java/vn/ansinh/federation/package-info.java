/**
 * Signing in with an account at an identity provider: VNeID, or any that speaks OpenID Connect. We
 * are the relying party (docs/identity-providers.md, ADR 25).
 */
@ApplicationModule(
    displayName = "Federation",
    allowedDependencies = {"platform", "audit", "identity", "people", "accounts"})
@NullMarked
package vn.ansinh.federation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
