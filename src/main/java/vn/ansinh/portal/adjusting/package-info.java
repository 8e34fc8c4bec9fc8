/** Asking to have changed what the register says (Form 01, điều chỉnh thông tin). */
@NullMarked
package vn.ansinh.portal.adjusting;

import org.jspecify.annotations.NullMarked;
