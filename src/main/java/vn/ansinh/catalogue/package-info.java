/**
 * Administrative units of both layers, the agency's offices and the code lists: what everything
 * else refers to by code, with the dates from which each holds.
 */
@ApplicationModule(
    displayName = "Catalogue",
    allowedDependencies = {"platform", "audit"})
@NullMarked
package vn.ansinh.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
