/**
 * The keys behind {@link vn.ansinh.platform.Secrets}: data keys that rotate and a hash key that
 * stays, wrapped by a master key that this module never writes down.
 */
@ApplicationModule(
    displayName = "Keys",
    allowedDependencies = {})
@NullMarked
package vn.ansinh.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
