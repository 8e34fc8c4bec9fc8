package vn.ansinh.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.ansinh.files.LabelledPhotos;
import vn.ansinh.notifications.DemoOutbox;
import vn.ansinh.registration.Applicants;
import vn.ansinh.support.Journey.Visitor;

/** The steps of the wizard as a person takes them, for journeys that begin with a registration. */
final class Registering {

  private static final Pattern SIX_DIGITS = Pattern.compile("\\b\\d{6}\\b");

  /** The front has glare. */
  private static final Map<String, byte[]> PHOTOS = LabelledPhotos.journey();

  private final Visitor visitor;
  private final Page page;
  private final DemoOutbox outbox;
  private boolean looking = true;

  Registering(Visitor visitor, DemoOutbox outbox) {
    this.visitor = visitor;
    this.page = visitor.page;
    this.outbox = outbox;
  }

  /** Everything was filled in before; its pages are not looked at again. */
  void quick(Applicants applicants, Applicant applicant, String handIn) {
    upToReview(applicants, applicant, handIn);
    confirm(applicant.email().isEmpty() ? applicant.phone() : applicant.email());
  }

  /** The code is right, but something may stand in the way of the declaration. */
  void upToTheCode(Applicants applicants, Applicant applicant) {
    upToReview(applicants, applicant, "ONLINE");
    typeCode(applicant.email());
    page.waitForLoadState();
  }

  private void upToReview(Applicants applicants, Applicant applicant, String handIn) {
    looking = false;
    var draft = applicants.complete(applicant.typed(handIn), visitor.way.language());
    visitor.context.addCookies(
        List.of(new Cookie("draft", draft.secret()).setUrl(visitor.address())));
    visitor.open("/registration/review");
    review();
  }

  /** From the last page of the wizard. */
  void confirmPhone(String phone) {
    page.locator("a[href$='/phone']").click();
    visitor.step("phone");
    sendPhoneCode(phone);
    page.waitForURL("**/status/**notice=phone-confirmed");
    visitor.step("phone-confirmed");
  }

  /** From the page that says the phone is taken. */
  void provePhone(Applicant owner) {
    visitor.step("phone-taken");
    page.locator("a[href='/registration/phone']").click();
    visitor.step("phone-to-prove");
    sendPhoneCode(owner.phone());
    page.waitForURL("**/registration/done");
    visitor.step("done-after-proof");
  }

  private void sendPhoneCode(String phone) {
    passRobotCheck();
    page.locator("#code").waitFor();
    visitor.step("phone-code");
    page.locator("#code").fill(code(phone));
    page.locator("#code").press("Enter");
  }

  void start() {
    visitor.open("/registration");
    look("start");
    page.locator("main form button").first().click();
  }

  void kind(String kind) {
    look("kind");
    page.locator("input[name=applicantKind][value=" + kind + "]").check();
    goOn();
  }

  void number(Applicant applicant) {
    page.locator("#number").fill(applicant.number());
    look("number");
    goOn();
  }

  void details(Applicant applicant) {
    page.locator("#fullName").fill(applicant.fullName());
    page.locator("#birth").fill("15");
    page.locator("#birthMonth").fill("1");
    page.locator("#birthYear").fill("1990");
    page.locator("input[name=sex][value=FEMALE]").check();
    page.locator("input[name=paperKind][value=CITIZEN_CARD]").check();
    page.locator("#paperNumber").fill(applicant.paper());
    Wards.choose(visitor, "tan thuan ho chi minh", "79", "27478");
    page.locator("#street").fill("12 đường Mẫu");
    page.locator("#contactPerson").fill(applicant.fullName());
    page.locator("#phone").fill(applicant.phone());
    page.locator("#email").fill(applicant.email());
    page.locator("#asksRegistry").check();
    look("declaration");
    goOn();
  }

  void photos() {
    look("photos-empty");
    for (var kind : List.of("PORTRAIT", "PAPER_FRONT", "PAPER_BACK")) {
      page.locator("#" + kind + "-file")
          .setInputFiles(new FilePayload(kind + ".jpg", "image/jpeg", PHOTOS.get(kind)));
      if (!visitor.way.javaScript()) {
        page.locator("#" + kind + " [data-send]").click();
        while (page.locator("#" + kind + " [data-checking]").count() > 0) {
          page.locator("#" + kind + " noscript a").click();
        }
      }
      page.locator("#" + kind + " .chip.good").waitFor();
    }
    // Said beside the photo, and in nobody's way.
    assertThat(page.locator("#PAPER_FRONT [data-advice] li").count()).isOne();
    assertThat(page.locator("[data-advice]").count()).isOne();
    look("photos");
    goOn();
  }

  void office(String handIn) {
    page.locator("input[name=officeCode]").first().check();
    page.locator("input[name=handIn][value=" + handIn + "]").check();
    if (page.locator("#receivesByEmail").count() > 0) {
      page.locator("#receivesByEmail").check();
    }
    look("office");
    goOn();
  }

  void review() {
    page.locator("#commit").check();
    look("review");
    goOn();
  }

  void confirm(String contact) {
    typeCode(contact);
    page.waitForURL("**/registration/done");
    look("done");
  }

  private void typeCode(String contact) {
    look("confirm");
    passRobotCheck();
    page.waitForURL("**/registration/code**");
    look("code");
    page.locator("#code").fill(code(contact));
    page.locator("#code").press("Enter");
  }

  private void passRobotCheck() {
    if (!visitor.way.javaScript()) {
      page.locator("details summary").first().click();
      page.locator("#digits")
          .fill(readWords(page.locator("[data-robot-fallback] details p").textContent()));
    }
    page.locator("[data-robot-button]").click();
  }

  String declarationCode() {
    return page.locator("strong.code").textContent();
  }

  private void look(String step) {
    if (looking) {
      visitor.step(step);
    }
  }

  private void goOn() {
    page.locator("main form button.primary").last().click();
    page.waitForLoadState();
  }

  private String code(String contact) {
    return Mailbox.newest(outbox, contact, SIX_DIGITS);
  }

  /** "bốn, bảy, …" as a person without the picture would. */
  private static String readWords(String sentence) {
    var vietnamese =
        List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
    var english =
        List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    var digits = new StringBuilder();
    for (var word : sentence.substring(sentence.indexOf(':') + 1).split(",", -1)) {
      var digit = Math.max(vietnamese.indexOf(word.strip()), english.indexOf(word.strip()));
      assertThat(digit).as(word).isNotNegative();
      digits.append(digit);
    }
    return digits.toString();
  }
}
