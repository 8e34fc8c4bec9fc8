/**
 * Cách đăng nhập: what a person signs in with beside the password, and how it is added and removed.
 */
@NullMarked
package vn.ansinh.portal.factors;

import org.jspecify.annotations.NullMarked;
