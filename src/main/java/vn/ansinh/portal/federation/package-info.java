/** Signing in with an account at an identity provider: leaving for it and coming back. */
@NullMarked
package vn.ansinh.portal.federation;

import org.jspecify.annotations.NullMarked;
