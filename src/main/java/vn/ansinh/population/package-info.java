/**
 * The way to the national population registry: the port of {@code identity} over mutual TLS with
 * signed messages (docs/population-registry.md), and the simulators that stand in for the other
 * side.
 */
@ApplicationModule(
    displayName = "Population registry",
    allowedDependencies = {"platform", "identity"})
@NullMarked
package vn.ansinh.population;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
