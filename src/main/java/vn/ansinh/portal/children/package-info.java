/** Pages of guardians and carers: applying for a child's account, and who acts for whom. */
@NullMarked
package vn.ansinh.portal.children;

import org.jspecify.annotations.NullMarked;
