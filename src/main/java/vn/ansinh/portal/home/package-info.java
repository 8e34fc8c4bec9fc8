/** What a person sees first once signed in: their own data from the register. */
@NullMarked
package vn.ansinh.portal.home;

import org.jspecify.annotations.NullMarked;
