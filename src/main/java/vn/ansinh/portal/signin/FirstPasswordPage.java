package vn.ansinh.portal.signin;

import vn.ansinh.web.Problems;

/** Choosing the first password of one's own. */
public record FirstPasswordPage(Problems problems) {}
