package vn.ansinh.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import vn.ansinh.accounts.Sessions;
import vn.ansinh.portal.PortalCookies;

/**
 * Tells an open page whether this device is still signed in, so that its owner learns on screen
 * when another one has taken its place. Asking is not using: it keeps no session alive.
 */
@Controller
class SessionWatch {

  private final Sessions sessions;
  private final PortalCookies cookies;

  SessionWatch(Sessions sessions, PortalCookies cookies) {
    this.sessions = sessions;
    this.cookies = cookies;
  }

  @GetMapping(PortalCookies.WATCH)
  ResponseEntity<String> look(HttpServletRequest request) {
    boolean over = cookies.session(request).map(it -> sessions.ending(it).isPresent()).orElse(true);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.TEXT_PLAIN)
        .body(over ? "ended" : "alive");
  }
}
