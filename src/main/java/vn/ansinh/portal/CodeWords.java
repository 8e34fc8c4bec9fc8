package vn.ansinh.portal;

import vn.ansinh.accounts.Redeeming;
import vn.ansinh.web.Chrome;

/** What is said to somebody whose code was not accepted. */
public final class CodeWords {

  private CodeWords() {}

  public static String of(Redeeming why, Chrome chrome) {
    return switch (why) {
      case Redeeming.Wrong(var left) -> chrome.t("registration.code.problem.wrong", left);
      case Redeeming.Expired _ -> chrome.t("registration.code.expired");
      case Redeeming.Spent _ -> chrome.t("registration.code.problem.spent");
      case Redeeming.Accepted _, Redeeming.None _ -> chrome.t("registration.code.problem.EMPTY");
    };
  }
}
