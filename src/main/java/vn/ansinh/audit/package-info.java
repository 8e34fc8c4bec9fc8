/**
 * The trail: who did what to which record, when and from where; append-only, written in the
 * transaction it tells of.
 */
@ApplicationModule(displayName = "Audit", allowedDependencies = "platform")
@NullMarked
package vn.ansinh.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
