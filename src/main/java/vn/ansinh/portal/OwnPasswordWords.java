package vn.ansinh.portal;

import org.springframework.http.HttpStatus;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.web.Chrome;

/** What is said when the own password, asked for once more, was not accepted. */
public final class OwnPasswordWords {

  private OwnPasswordWords() {}

  public static String of(Reauthenticated<?> why, Chrome chrome) {
    return switch (why) {
      case Reauthenticated.Wrong<?>(var left) -> chrome.t("factors.password.wrong", left);
      case Reauthenticated.TooMany<?>(var until) ->
          chrome.t("factors.password.tooMany", VietnamTime.show(until));
      case Reauthenticated.Busy<?> _ -> chrome.t("factors.password.busy");
      case Reauthenticated.Done<?> _ -> throw new IllegalArgumentException("nothing was refused");
    };
  }

  public static HttpStatus status(Reauthenticated<?> why) {
    return switch (why) {
      case Reauthenticated.Wrong<?> _ -> HttpStatus.UNPROCESSABLE_CONTENT;
      case Reauthenticated.TooMany<?> _ -> HttpStatus.TOO_MANY_REQUESTS;
      case Reauthenticated.Busy<?> _ -> HttpStatus.SERVICE_UNAVAILABLE;
      case Reauthenticated.Done<?> _ -> HttpStatus.OK;
    };
  }
}
