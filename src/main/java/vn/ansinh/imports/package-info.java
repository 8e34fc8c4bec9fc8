/**
 * Files in and out: people, offices and other lists as CSV, every bad row named with its line and
 * reason; and made-up people for demonstrations and measurements.
 */
@ApplicationModule(
    displayName = "Imports",
    allowedDependencies = {"platform", "audit", "web", "catalogue", "identity", "people"})
@NullMarked
package vn.ansinh.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
