package vn.ansinh.portal.signin;

import vn.ansinh.web.Problems;

/** Asking for a new password. */
public record RecoveryPage(String userName, String contact, Problems problems) {}
