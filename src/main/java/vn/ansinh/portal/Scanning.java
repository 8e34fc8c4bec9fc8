package vn.ansinh.portal;

import vn.ansinh.reading.CardCode;
import vn.ansinh.web.Chrome;

/** What all pages that scan codes have in common. */
public final class Scanning {

  /** Finds codes in pictures where the browser cannot by itself; fetched when somebody scans. */
  public static final String DECODER =
      "/webjars/html5-qrcode/2.2.1/third_party/zxing-js.umd.min.js";

  private Scanning() {}

  /** Why what was read does not help here, and what to do. */
  public static String refusal(CardCode card, Chrome chrome) {
    return switch (card) {
      case CardCode.Refused(var reason) -> chrome.t("scan.refused." + reason);
      case CardCode.Form01 _ -> chrome.t("scan.refused.form01");
      case CardCode.CitizenCard _, CardCode.InsuranceCard _, CardCode.MachineLines _ ->
          chrome.t("scan.refused.card");
    };
  }
}
