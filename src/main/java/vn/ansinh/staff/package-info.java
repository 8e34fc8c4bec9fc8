/** The agency's own people: who works in which office, what each may do, and how they sign in. */
@ApplicationModule(
    displayName = "Staff",
    allowedDependencies = {"platform", "audit", "catalogue", "totp"})
@NullMarked
package vn.ansinh.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
