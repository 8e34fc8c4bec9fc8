/** Where a person is reached: looking at the phone and the e-mail address, and changing them. */
@NullMarked
package vn.ansinh.portal.contacts;

import org.jspecify.annotations.NullMarked;
