/**
 * What codes and machine-readable lines on papers say: pure readers that judge text and pixels of
 * unknown origin, never throw, and take time and memory in proportion to what they are given.
 */
@ApplicationModule(
    displayName = "Reading",
    allowedDependencies = {"platform", "identity", "catalogue"})
@NullMarked
package vn.ansinh.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
