package vn.ansinh.portal.signin;

import vn.ansinh.web.Problems;

/** Typing the code that came, if number and contact fit. */
public record RecoveryCodePage(Problems problems) {}
