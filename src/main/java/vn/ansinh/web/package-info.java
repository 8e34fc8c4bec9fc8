/** What every page shares: templates, words, layout data, security headers, error pages. */
@ApplicationModule(displayName = "Web", allowedDependencies = "platform")
@NullMarked
package vn.ansinh.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
