/** How staff sign in. */
@NullMarked
package vn.ansinh.console.signin;

import org.jspecify.annotations.NullMarked;
