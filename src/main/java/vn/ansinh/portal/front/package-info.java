@NullMarked
package vn.ansinh.portal.front;

import org.jspecify.annotations.NullMarked;
