/**
 * Documents on paper: a page of HTML with fonts of our own becomes A4 that people print, keep and
 * hear read aloud.
 */
@ApplicationModule(displayName = "Printing", allowedDependencies = "platform")
@NullMarked
package vn.ansinh.printing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
