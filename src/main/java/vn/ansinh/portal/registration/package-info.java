@NullMarked
package vn.ansinh.portal.registration;

import org.jspecify.annotations.NullMarked;
