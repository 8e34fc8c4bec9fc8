/** One file: everything on one screen, and what is decided about it. */
@NullMarked
package vn.ansinh.console.file;

import org.jspecify.annotations.NullMarked;
