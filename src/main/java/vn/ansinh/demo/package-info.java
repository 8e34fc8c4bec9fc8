/**
 * What only the demo shows: where to start, and every message that would have been sent. In
 * production none of these beans exists.
 */
@ApplicationModule(
    displayName = "Demo",
    allowedDependencies = {"platform", "audit", "web", "accounts", "notifications"})
@NullMarked
package vn.ansinh.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
