/** My data: who looked at it, and having it. */
@NullMarked
package vn.ansinh.portal.mydata;

import org.jspecify.annotations.NullMarked;
