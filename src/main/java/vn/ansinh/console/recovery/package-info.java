/** Helping somebody at the counter who has lost every contact of the account. */
@NullMarked
package vn.ansinh.console.recovery;

import org.jspecify.annotations.NullMarked;
