package vn.ansinh.portal.home;

import vn.ansinh.web.Problems;

/** Changing the password (Đổi mật khẩu). */
public record ChangePasswordPage(Problems problems) {}
