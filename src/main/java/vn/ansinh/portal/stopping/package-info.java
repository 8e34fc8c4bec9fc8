/** Stopping the use of the account: the declaration, its code, and taking it back. */
@NullMarked
package vn.ansinh.portal.stopping;

import org.jspecify.annotations.NullMarked;
