/** What officers do with their own account. */
@NullMarked
package vn.ansinh.console.account;

import org.jspecify.annotations.NullMarked;
