package vn.ansinh.portal.home;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.KnownDevice;
import vn.ansinh.accounts.KnownDevices;
import vn.ansinh.accounts.SignedInBy;
import vn.ansinh.federation.IdentitySignIn;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.web.Answers;
import vn.ansinh.web.Texts;

/** The devices of the person signed in. */
@Controller
class DevicesPages {

  private final KnownDevices devices;
  private final PortalCookies cookies;
  private final IdentitySignIn identities;
  private final Texts texts;

  DevicesPages(
      KnownDevices devices, PortalCookies cookies, IdentitySignIn identities, Texts texts) {
    this.devices = devices;
    this.cookies = cookies;
    this.identities = identities;
    this.texts = texts;
  }

  @GetMapping("/home/known-devices")
  ModelAndView show(
      @AuthenticationPrincipal CitizenSession session,
      @RequestParam(defaultValue = "") String notice,
      HttpServletRequest request,
      Locale language) {
    var rows =
        devices.of(session, cookies.device(request)).stream().map(it -> row(it, language)).toList();
    return Answers.page("portal/home/devices", new DevicesPage(rows, notice.equals("forgotten")));
  }

  @PostMapping("/home/known-devices/{device}/forgetting")
  ModelAndView forget(@AuthenticationPrincipal CitizenSession session, @PathVariable UUID device) {
    return Answers.seeOther(
        devices.forget(session, device)
            ? "/home/known-devices?notice=forgotten"
            : "/home/known-devices");
  }

  @PostMapping("/home/known-devices/sign-out")
  ModelAndView signOutEverywhere(
      @AuthenticationPrincipal CitizenSession session, HttpServletResponse response) {
    devices.signOutEverywhere(session);
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.clearSession());
    response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    return Answers.seeOther("/sign-in?notice=signed-out-everywhere");
  }

  private DevicesPage.Row row(KnownDevice device, Locale language) {
    return new DevicesPage.Row(
        device.id().toString(),
        device.name(),
        VietnamTime.show(device.firstUsedAt()),
        VietnamTime.show(device.lastUsedAt()),
        by(device.by(), language),
        place(device, language),
        device.here());
  }

  private String by(@Nullable SignedInBy by, Locale language) {
    if (by == null) {
      return "";
    }
    var id = by.provider();
    var provider =
        id == null ? "" : identities.provider(id).map(it -> it.name(language)).orElse(id);
    return texts.of(
        language,
        "home.devices.by." + by.means(),
        provider,
        Objects.requireNonNullElse(by.level(), 0));
  }

  /** The operator's words where there are any, and how near it is, which is always known. */
  private String place(KnownDevice device, Locale language) {
    var near = texts.of(language, "home.devices.network." + device.network());
    var place = device.place();
    if (place == null) {
      return near;
    }
    var words = language.getLanguage().equals("vi") ? place.vietnamese() : place.english();
    return texts.of(language, "home.devices.place.near", words, near);
  }
}
