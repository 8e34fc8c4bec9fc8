package vn.ansinh.portal.home;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Display;
import vn.ansinh.web.DisplayCookies;
import vn.ansinh.web.Option;

/** How pages look on this device, and the way to everything that keeps the account safe. */
@Controller
class SettingsPages {

  private static final String PATH = "/home/settings";

  private final DisplayCookies cookies;

  SettingsPages(DisplayCookies cookies) {
    this.cookies = cookies;
  }

  @GetMapping(PATH)
  ModelAndView show(
      @RequestParam(defaultValue = "") String notice,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome) {
    return Answers.page(
        "portal/home/settings",
        new SettingsPage(
            chrome.display(),
            options(Display.TEXTS, "settings.text.", chrome),
            options(Display.CONTRASTS, "settings.contrast.", chrome),
            notice.equals("saved")));
  }

  @PostMapping(PATH + "/display")
  ModelAndView save(
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String contrast,
      HttpServletResponse response) {
    cookies.keep(Display.known(text, contrast), response);
    return Answers.seeOther(PATH + "?notice=saved");
  }

  private static List<Option> options(List<String> values, String key, Chrome chrome) {
    return values.stream().map(it -> new Option(it, chrome.t(key + it))).toList();
  }
}
