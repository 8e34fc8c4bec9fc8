/**
 * What people agreed to beyond what the law orders (Law 91/2025/QH15): given by a word of their
 * own, proved, and withdrawn at any time with effect at once.
 */
@ApplicationModule(
    displayName = "Consents",
    allowedDependencies = {"platform", "audit", "accounts"})
@NullMarked
package vn.ansinh.consents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
