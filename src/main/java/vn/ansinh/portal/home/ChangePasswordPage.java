package vn.ansinh.portal.home;

import vn.ansinh.web.Problems;

/**
 * Changing the password (Đổi mật khẩu).
 *
 * @param required whether nothing else is shown before
 */
public record ChangePasswordPage(boolean required, Problems problems) {}
