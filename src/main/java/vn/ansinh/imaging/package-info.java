/**
 * Pictures are decoded and drawn anew here, in processes of their own that have no keys, no
 * database, no files and no network; the web process never decodes one.
 */
@ApplicationModule(
    displayName = "Imaging",
    allowedDependencies = {"platform", "reading"})
@NullMarked
package vn.ansinh.imaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
