/**
 * Uploads: a picture is checked, drawn anew without its metadata, sealed, kept as long as somebody
 * needs it, and erased.
 */
@ApplicationModule(
    displayName = "Files",
    allowedDependencies = {})
@NullMarked
package vn.ansinh.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
