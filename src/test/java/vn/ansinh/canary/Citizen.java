package vn.ansinh.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.bouncycastle.util.encoders.Base32;
import vn.ansinh.files.LabelledPhotos;
import vn.ansinh.support.PlainBrowser;
import vn.ansinh.totp.Totp;

/** Somebody who registers, corrects, signs in; everything typed is a canary. */
final class Citizen {

  private static final Pattern SIX_DIGITS = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");
  private static final Pattern FIRST_PASSWORD =
      Pattern.compile("(?<![\\w/-])([a-z2-9]{5}-[a-z2-9]{5})(?![\\w-])");
  private static final Map<String, byte[]> PHOTOS = LabelledPhotos.journey();
  private static final List<String> DIGITS =
      List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");

  final String number;
  final String personalId;
  final String phone;
  final String email;
  final String fullName;

  private final Canaries canaries;
  private final String who;
  private final Installation at;
  private final PlainBrowser browser;
  private String status = "";

  Citizen(String who, Canaries canaries, Installation at) {
    this.who = who;
    this.canaries = canaries;
    this.at = at;
    this.browser = at.browser();
    this.number = canaries.socialInsuranceNumber(who + "Number");
    this.personalId = canaries.personalId(who + "Id");
    this.phone = canaries.phone(who + "Phone");
    this.email = canaries.email(who + "Email");
    this.fullName = "Nguyễn Thị " + who;
  }

  /** Up to the page that says it is done; the office it went to. */
  String register() {
    browser.get("/registration");
    post("/registration", Map.of());
    browser.get("/registration/kind");
    post("/registration/kind", Map.of("applicantKind", "INDIVIDUAL"));
    lookForTheNumber();
    post("/registration/number", Map.of("number", number));
    post("/registration/declaration", details());
    photos();
    var office =
        first(browser.get("/registration/office"), "name=\"officeCode\"[^>]* value=\"(\\d+)\"");
    post(
        "/registration/office",
        Map.of(
            "officeCode",
            office,
            "handIn",
            "ONLINE",
            "receivesByEmail",
            "true",
            "wording",
            "1",
            "place",
            "PORTAL"));
    post("/registration/review", Map.of("commit", "true"));
    confirm();
    return office;
  }

  void confirmPhone() {
    var page = browser.get(status + "/phone");
    post(status + "/phone/send", robot(page));
    var code = at.texted(phone, SIX_DIGITS);
    canaries.soughtAsWord(code);
    post(status + "/phone", Map.of("code", code));
  }

  void correct() {
    browser.get(status);
    post(status + "/correction", Map.of());
    browser.get("/registration/review");
    post("/registration/review", Map.of("commit", "true"));
  }

  void askForTheStatus(String code) {
    var browser = at.browser();
    browser.get("/status");
    assertThat(browser.post("/status", Map.of("code", code, "contact", phone)).statusCode())
        .isEqualTo(303);
  }

  void signIn() {
    var first = at.texted(phone, FIRST_PASSWORD);
    canaries.sought(who + "FirstPassword", first);
    canaries.sought(who + "FirstPasswordBare", first.replace("-", ""));
    browser.get("/sign-in");
    assertThat(enter(canaries.text(who + "WrongPassword")).statusCode()).isEqualTo(422);
    assertThat(enter(first).statusCode()).isEqualTo(303);
    var own = canaries.text(who + "OwnPassword");
    browser.get("/first-password");
    post("/first-password", Map.of("password", own, "repeated", own));
    assertThat(browser.get("/home").body()).contains(number);
    var next = canaries.text(who + "NextPassword");
    browser.get("/home/password");
    post("/home/password", Map.of("inUse", own, "password", next, "repeated", next));
    post("/sign-out", Map.of());
    browser.get("/sign-in");
    assertThat(enter(next).statusCode()).isEqualTo(303);
    browser.get("/home");
    addApp(next);
    makeRecoveryCodes(next);
    changePhone(next);
  }

  /** Its key and the name it is given. */
  private void addApp(String password) {
    var add = "/home/sign-in-methods/apps/new";
    browser.get(add);
    post(add, Map.of("inUse", password));
    var grouped = first(browser.get(add + "/code"), "class=\"code secret\">([A-Z2-7 ]+)<");
    var key = grouped.replace(" ", "");
    canaries.sought(who + "AppKey", grouped);
    canaries.sought(who + "AppKeyTyped", key);
    canaries.sought(who + "AppKeyBytes", Base32.decode(key));
    var code = new Totp().code(Base32.decode(key), Totp.step(Instant.now()));
    post(add + "/code", Map.of("name", canaries.text(who + "AppName"), "code", code));
  }

  private void makeRecoveryCodes(String password) {
    var path = "/home/sign-in-methods/recovery-codes";
    browser.get(path);
    var page = browser.post(path, Map.of("inUse", password)).body();
    var codes = Pattern.compile("[B-Z]{4}-[B-Z]{4}-[B-Z]{4}").matcher(page);
    for (int i = 0; codes.find(); i++) {
      canaries.sought(who + "RecoveryCode" + i, codes.group());
      canaries.sought(who + "RecoveryCodeBare" + i, codes.group().replace("-", ""));
    }
    assertThat(canaries.all()).containsKey(who + "RecoveryCodeBare9");
  }

  /** With a lost old one, so that the new one lies there for a day. */
  private void changePhone(String password) {
    var wanted = canaries.phone(who + "NewPhone");
    browser.get("/home/contacts/phone");
    post("/home/contacts/phone", Map.of("contact", wanted, "inUse", password));
    var code = at.texted(wanted, SIX_DIGITS);
    canaries.soughtAsWord(code);
    post("/home/contacts/change/new", Map.of("code", code));
    browser.get("/home/contacts/change/old");
    post("/home/contacts/change/brake", Map.of());
    assertThat(browser.get("/home/contacts").body()).contains("/home/contacts/cancelling");
  }

  private HttpResponse<String> enter(String password) {
    return browser.post("/sign-in", Map.of("userName", number, "password", password));
  }

  private void lookForTheNumber() {
    browser.get("/registration/number-search");
    post(
        "/registration/number-search",
        Map.of(
            "fullName", fullName,
            "birthDay", "15",
            "birthMonth", "1",
            "birthYear", "1990",
            "paperNumber", personalId));
    browser.get("/registration/number");
  }

  private Map<String, String> details() {
    var typed = new LinkedHashMap<String, String>();
    typed.put("fullName", fullName);
    typed.put("birthDay", "15");
    typed.put("birthMonth", "1");
    typed.put("birthYear", "1990");
    typed.put("sex", "FEMALE");
    typed.put("paperKind", "CITIZEN_CARD");
    typed.put("paperNumber", personalId);
    typed.put("layer", "SINCE_2025");
    typed.put("provinceCode", "79");
    typed.put("wardCode", "27475");
    typed.put("street", canaries.text(who + "Street"));
    typed.put("contactPerson", "Trần Văn " + canaries.name(who + "ContactPerson"));
    typed.put("phone", phone);
    typed.put("email", email);
    typed.put("asksRegistry", "true");
    typed.put("wording", "1");
    return typed;
  }

  private void photos() {
    PHOTOS.forEach(
        (kind, photo) -> {
          browser.get("/registration/photos");
          var written = commented(photo, canaries.text(who + kind + "Comment"));
          canaries.sought(who + kind + "Sent", middle(photo));
          assertThat(
                  browser
                      .upload("/registration/photos/" + kind, "photo", kind + ".jpg", written)
                      .statusCode())
              .isLessThan(400);
        });
    Awaitility.await()
        .atMost(java.time.Duration.ofMinutes(2))
        .until(() -> !browser.get("/registration/photos").body().contains("data-checking"));
    var page = browser.get("/registration/photos");
    PHOTOS
        .keySet()
        .forEach(
            kind ->
                canaries.sought(
                    who + kind + "Kept",
                    middle(
                        browser.bytes(
                            first(page, "src=\"([^\"]*/" + kind + "/picture[^\"]*)\"")))));
    post("/registration/photos", Map.of());
  }

  private void confirm() {
    post("/registration/confirm", robot(browser.get("/registration/confirm")));
    var code = at.mailed(email, SIX_DIGITS);
    canaries.soughtAsWord(code);
    browser.get("/registration/code");
    post("/registration/code", Map.of("code", code));
    status = "/status/" + first(browser.get("/registration/done"), "href=\"/status/([\\w-]+)\"");
    canaries.sought(who + "Link", status.substring("/status/".length()));
  }

  private static Map<String, String> robot(HttpResponse<String> page) {
    var words = first(page, "<details><summary>[^<]*</summary><p>[^:<]*:([^<]*)</p>");
    var digits = new StringBuilder();
    for (var word : words.split(",")) {
      digits.append(DIGITS.indexOf(word.strip()));
    }
    return Map.of("token", first(page, "name=\"token\" value=\"([^\"]+)\""), "digits", digits + "");
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) {
    var answer = browser.post(path, fields);
    assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(303);
    return answer;
  }

  static String first(HttpResponse<String> page, String pattern) {
    var found = Pattern.compile(pattern).matcher(page.body());
    assertThat(found.find()).as(pattern + " in\n" + page.body()).isTrue();
    return found.group(1);
  }

  /** A comment behind the start of the picture. */
  private static byte[] commented(byte[] jpeg, String comment) {
    var text = comment.getBytes(StandardCharsets.UTF_8);
    var written = new byte[jpeg.length + text.length + 4];
    written[0] = jpeg[0];
    written[1] = jpeg[1];
    written[2] = (byte) 0xFF;
    written[3] = (byte) 0xFE;
    written[4] = 0;
    written[5] = (byte) (text.length + 2);
    System.arraycopy(text, 0, written, 6, text.length);
    System.arraycopy(jpeg, 2, written, 6 + text.length, jpeg.length - 2);
    return written;
  }

  private static byte[] middle(byte[] jpeg) {
    assertThat(jpeg.length).isGreaterThan(4_000);
    return java.util.Arrays.copyOfRange(jpeg, jpeg.length / 2, jpeg.length / 2 + 48);
  }
}
