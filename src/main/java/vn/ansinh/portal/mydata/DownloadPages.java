package vn.ansinh.portal.mydata;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.datarights.Downloading;
import vn.ansinh.datarights.Downloads;
import vn.ansinh.datarights.Held;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.OwnPasswordWords;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Hands over everything that is held about the person signed in, for the password once more. */
@Controller
class DownloadPages {

  private static final String PATH = "/home/data/download";
  private static final String TEMPLATE = "portal/mydata/download";
  private static final String PDF = "pdf";
  private static final String JSON = "json";

  private final Downloads downloads;
  private final HeldDocument document;
  private final PortalCookies cookies;
  private final Texts texts;

  DownloadPages(Downloads downloads, HeldDocument document, PortalCookies cookies, Texts texts) {
    this.downloads = downloads;
    this.document = document;
    this.cookies = cookies;
    this.texts = texts;
  }

  @GetMapping(PATH)
  ModelAndView show(Locale language) {
    return Answers.page(TEMPLATE, page(PDF, Problems.NONE, language));
  }

  /** Answers the file itself: it lies nowhere from which it could be fetched later. */
  @PostMapping(PATH)
  @Nullable ModelAndView take(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = PDF) String form,
      @RequestParam(defaultValue = "") String inUse,
      HttpServletRequest request,
      HttpServletResponse response,
      @ModelAttribute(name = "chrome", binding = false) Chrome chrome)
      throws IOException {
    var chosen = form.equals(JSON) ? JSON : PDF;
    var taken = downloads.take(session, inUse, cookies.device(request), chosen);
    if (!(taken instanceof Reauthenticated.Done<Downloading>(var answer))) {
      return again(
          chosen, OwnPasswordWords.status(taken), OwnPasswordWords.of(taken, chrome), chrome);
    }
    switch (answer) {
      case Downloading.TooMany(var until) -> {
        var sentence = chrome.t("mydata.download.spent", VietnamTime.show(until));
        return again(chosen, HttpStatus.TOO_MANY_REQUESTS, sentence, chrome);
      }
      case Downloading.Granted(var held) -> {
        hand(held, chosen, response, chrome.locale());
        return null;
      }
    }
  }

  /** Printed before anything is answered: who finds no press free is told so on a page. */
  private void hand(Held held, String form, HttpServletResponse response, Locale language)
      throws IOException {
    if (form.equals(JSON)) {
      head(held, form, "application/json", response, language);
      downloads.write(held, response.getOutputStream());
    } else {
      var printed = document.print(held, language);
      head(held, form, "application/pdf", response, language);
      response.setContentLength(printed.length);
      response.getOutputStream().write(printed);
    }
  }

  private void head(
      Held held, String form, String type, HttpServletResponse response, Locale language) {
    var name =
        texts.of(language, "mydata.download.name") + "-" + VietnamTime.date(held.gatheredAt());
    response.setContentType(type);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name + "." + form).build().toString());
  }

  private ModelAndView again(String form, HttpStatus status, String sentence, Chrome chrome) {
    var problems = new Problems().add("inUse", sentence);
    return Answers.status(status, TEMPLATE, page(form, problems, chrome.locale()));
  }

  private DownloadPage page(String form, Problems problems, Locale language) {
    List<Option> forms =
        Stream.of(PDF, JSON)
            .map(it -> new Option(it, texts.of(language, "mydata.download." + it)))
            .toList();
    return new DownloadPage(forms, form, problems);
  }
}
