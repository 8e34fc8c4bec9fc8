package vn.ansinh.portal.home;

import java.util.List;
import vn.ansinh.web.Display;
import vn.ansinh.web.Option;

/**
 * Settings (Cài đặt).
 *
 * @param saved whether something was just saved
 */
public record SettingsPage(
    Display display, List<Option> texts, List<Option> contrasts, boolean saved) {}
