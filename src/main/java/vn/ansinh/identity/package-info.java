/**
 * Who somebody is on paper: the grammars of numbers, names, dates and contacts, and the port to the
 * national population database.
 */
@ApplicationModule(
    displayName = "Identity",
    allowedDependencies = {})
@NullMarked
package vn.ansinh.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
