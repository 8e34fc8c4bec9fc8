/** AnSinh: electronic transactions in social insurance, for citizens and for the office. */
@NullMarked
package vn.ansinh;

import org.jspecify.annotations.NullMarked;
