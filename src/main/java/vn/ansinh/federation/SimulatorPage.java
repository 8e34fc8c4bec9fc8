package vn.ansinh.federation;

import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The simulator's sign-in page: a name to press, and on every page that it is a simulation. */
final class SimulatorPage {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      :root { color-scheme: light dark }
      body { margin: 0; font: 1rem/1.5 system-ui, sans-serif }
      main { max-width: 34rem; margin: 0 auto; padding: 1rem }
      .banner { background: #7a3e00; color: #fff; padding: .75rem 1rem; text-align: center }
      li { margin: 0 0 1.25rem }
      ul { list-style: none; padding: 0 }
      button { font: inherit; padding: .6rem .9rem; margin: .35rem .35rem 0 0; min-height: 2.75rem }
      </style>
      </head>
      <body>
      <div class="banner" role="note"><strong>%s</strong></div>
      <main>
      <h1>%s</h1>
      <p>%s</p>
      <form method="post" action="/authorize">
      <input type="hidden" name="request" value="%s">
      <ul>
      %s</ul>
      <button name="citizen" value="">%s</button>
      </form>
      </main>
      </body>
      </html>
      """;

  /** One person; the two levels differ by the name of the button, so that one form is enough. */
  private static final String CITIZEN =
      """
      <li><strong id="c%1$d">%2$s</strong><br>%3$s · %4$s<br>
      <button name="citizen" value="%1$d" aria-describedby="c%1$d">%5$s 2</button>
      <button name="low" value="%1$d" aria-describedby="c%1$d">%5$s 1</button></li>
      """;

  private SimulatorPage() {}

  static String of(
      AuthenticationRequest asked, String query, List<IdentitySimulator.Citizen> citizens) {
    boolean english =
        asked.getUILocales() != null
            && asked.getUILocales().stream().anyMatch(it -> it.getLanguage().equals("en"));
    var level = english ? "Sign in, level" : "Đăng nhập, mức độ";
    var people =
        IntStream.range(0, citizens.size())
            .mapToObj(
                number -> {
                  var it = citizens.get(number);
                  return CITIZEN.formatted(
                      number,
                      escaped(it.fullName()),
                      escaped(it.personalId()),
                      escaped(it.birthDate()),
                      level);
                })
            .collect(Collectors.joining());
    return english
        ? PAGE.formatted(
            "en",
            "VNeID (simulated)",
            "SIMULATION: this is not VNeID, and these people are invented",
            "VNeID (simulated)",
            "Choose who you are. Nobody asks for a password here.",
            escaped(query),
            people,
            "Cancel")
        : PAGE.formatted(
            "vi",
            "VNeID (mô phỏng)",
            "MÔ PHỎNG: đây không phải VNeID, những người này không có thật",
            "VNeID (mô phỏng)",
            "Chọn bạn là ai. Ở đây không ai hỏi mật khẩu.",
            escaped(query),
            people,
            "Hủy");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
