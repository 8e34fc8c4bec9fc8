/** What a person was told, and by which channels they want to be told. */
@NullMarked
package vn.ansinh.portal.notices;

import org.jspecify.annotations.NullMarked;
