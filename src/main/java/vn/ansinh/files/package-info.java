/**
 * Uploads: a picture is judged by its header, received sealed, drawn anew by another process before
 * anybody may see it, kept as long as somebody needs it, and erased.
 */
@ApplicationModule(
    displayName = "Files",
    allowedDependencies = {"imaging", "reading"})
@NullMarked
package vn.ansinh.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
