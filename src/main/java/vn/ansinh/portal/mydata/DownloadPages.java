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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.SignIn;
import vn.ansinh.datarights.Downloading;
import vn.ansinh.datarights.Downloads;
import vn.ansinh.datarights.Held;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;
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
  private final SignIn signIn;
  private final PortalCookies cookies;
  private final Texts texts;

  DownloadPages(
      Downloads downloads,
      HeldDocument document,
      SignIn signIn,
      PortalCookies cookies,
      Texts texts) {
    this.downloads = downloads;
    this.document = document;
    this.signIn = signIn;
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
      Locale language)
      throws IOException {
    var chosen = form.equals(JSON) ? JSON : PDF;
    if (!signIn.isOwnPassword(session, inUse, cookies.device(request))) {
      return again(chosen, "mydata.download.wrong", HttpStatus.UNPROCESSABLE_CONTENT, language);
    }
    switch (downloads.take(session.person(), chosen)) {
      case Downloading.TooMany(var until) -> {
        return again(
            chosen,
            "mydata.download.spent",
            HttpStatus.TOO_MANY_REQUESTS,
            language,
            VietnamTime.show(until));
      }
      case Downloading.Granted(var held) -> {
        hand(held, chosen, response, language);
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

  private ModelAndView again(
      String form, String problem, HttpStatus status, Locale language, Object... facts) {
    var problems = new Problems().add("inUse", texts.of(language, problem, facts));
    return Answers.status(status, TEMPLATE, page(form, problems, language));
  }

  private DownloadPage page(String form, Problems problems, Locale language) {
    List<Option> forms =
        Stream.of(PDF, JSON)
            .map(it -> new Option(it, texts.of(language, "mydata.download." + it)))
            .toList();
    return new DownloadPage(forms, form, problems);
  }
}
