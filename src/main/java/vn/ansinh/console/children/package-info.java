/** The desk of applications for children's accounts, and ending guardianships. */
@NullMarked
package vn.ansinh.console.children;

import org.jspecify.annotations.NullMarked;
