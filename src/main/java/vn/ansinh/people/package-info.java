/**
 * The register of insured persons: numbers, names, papers, addresses and households, each number
 * one person's only, and what changed when.
 */
@ApplicationModule(
    displayName = "People",
    allowedDependencies = {"platform", "audit", "catalogue", "identity"})
@NullMarked
package vn.ansinh.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
