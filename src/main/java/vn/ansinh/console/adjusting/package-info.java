/** The desk of requests to have changed what the register says. */
@NullMarked
package vn.ansinh.console.adjusting;

import org.jspecify.annotations.NullMarked;
