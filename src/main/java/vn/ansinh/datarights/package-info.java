/**
 * What the law on personal data (91/2025/QH15) gives to whom the data are about: to see who looked
 * at them and to have them.
 */
@ApplicationModule(
    displayName = "Data rights",
    allowedDependencies = {"platform", "audit", "accounts", "files", "registration"})
@NullMarked
package vn.ansinh.datarights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
