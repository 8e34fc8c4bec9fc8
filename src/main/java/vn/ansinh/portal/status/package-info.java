@NullMarked
package vn.ansinh.portal.status;

import org.jspecify.annotations.NullMarked;
