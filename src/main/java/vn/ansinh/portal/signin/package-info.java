/** Signing in and out, and choosing the first password of one's own. */
@NullMarked
package vn.ansinh.portal.signin;

import org.jspecify.annotations.NullMarked;
