package vn.ansinh.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.files.Files;
import vn.ansinh.files.SafePictures;
import vn.ansinh.people.People;
import vn.ansinh.portal.Window;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.Declarations;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

@LetterBoxTest
class PortraitTest {

  static final String OWN = "chieu mua ben song";

  @Autowired MockMvcTester server;
  @Autowired Applicants applicants;
  @Autowired Declarations declarations;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired Files files;
  @Autowired TestClock clock;

  @AfterEach
  void back_to_now() {
    clock.reset();
  }

  @Test
  void the_header_card_shows_the_portrait_an_officer_approved() {
    var known = applicants.known();
    var file = applicants.inReview(known.typed());
    declarations.approve(file.id(), file.version(), Applicants.OFFICER, known.person());
    var window =
        signedIn(known.details().socialInsuranceNumber(), letterBox.firstPassword(known.person()));

    var address = address(window);
    SafePictures.await(files, declarations.portrait(known.person()).orElseThrow());
    assertThat(window.open(address))
        .hasStatusOk()
        .hasHeader("Content-Type", "image/jpeg")
        .hasHeader("Cache-Control", "no-store")
        .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    assertThat(window.open("/home/portrait")).hasStatus(HttpStatus.NOT_FOUND);
    assertThat(window.open(address + "A")).hasStatus(HttpStatus.NOT_FOUND);
    clock.advance(Duration.ofMinutes(16));
    assertThat(window.open(address)).as("its quarter of an hour").hasStatus(HttpStatus.NOT_FOUND);
    assertThat(window.open(address(window))).hasStatusOk();
  }

  private static String body(Window window) {
    try {
      return window.open("/home").getResponse().getContentAsString(StandardCharsets.UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String address(Window window) {
    var src = Pattern.compile("src=\"(/home/portrait\\?ref=[^\"]+)\"").matcher(body(window));
    assertThat(src.find()).isTrue();
    return src.group(1);
  }

  @Test
  void without_one_the_card_shows_the_initials() {
    var lan = Somebody.withAccount(people, accounts);
    var window = signedIn(lan.number(), letterBox.firstPassword(lan.id()));

    assertThat(window.open("/home")).bodyText().contains(">NM<").doesNotContain("/home/portrait");
    assertThat(window.open("/home/portrait")).hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void nobody_sees_it_without_signing_in() {
    assertThat(new Window(server).open("/home/portrait")).hasStatus(HttpStatus.SEE_OTHER);
  }

  private Window signedIn(String number, String firstPassword) {
    var window = new Window(server);
    window.send("/sign-in", "userName", number, "password", firstPassword);
    window.send("/first-password", "password", OWN, "repeated", OWN);
    return window;
  }
}
