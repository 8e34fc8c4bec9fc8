/** What administrators keep: staff and reasons. */
@NullMarked
package vn.ansinh.console.admin;

import org.jspecify.annotations.NullMarked;
