/**
 * Starting and stopping: the embedded database, refusals at start-up, operator commands. An edge;
 * nothing depends on it.
 */
@ApplicationModule(
    displayName = "Launcher",
    allowedDependencies = {})
@NullMarked
package vn.ansinh.launcher;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
