package vn.ansinh.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/** The language switch on every page; goes back to the page it was pressed on. */
@Controller
class LanguagePages {

  private final LocaleResolver languages;

  LanguagePages(LocaleResolver languages) {
    this.languages = languages;
  }

  @PostMapping("/language")
  ModelAndView choose(
      @RequestParam String language,
      @RequestParam(defaultValue = "/") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    languages.setLocale(request, response, Languages.known(language));
    return Answers.seeOther(Languages.safeReturn(back));
  }
}
