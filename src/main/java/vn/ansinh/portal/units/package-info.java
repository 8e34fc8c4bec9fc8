@NullMarked
package vn.ansinh.portal.units;

import org.jspecify.annotations.NullMarked;
