package vn.ansinh.console.signin;

import vn.ansinh.web.Problems;

/**
 * Everything {@code console/signin/password.jte} shows.
 *
 * @param expired the sign-in before took too long
 */
public record SignInPage(String userName, Problems problems, boolean expired) {}
