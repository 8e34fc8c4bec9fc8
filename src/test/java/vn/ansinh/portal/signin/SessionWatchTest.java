package vn.ansinh.portal.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Arrivals;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.StartedSession;
import vn.ansinh.people.People;
import vn.ansinh.portal.PortalCookies;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

/** R14: the device that was replaced learns it on screen. */
@LetterBoxTest
class SessionWatchTest {

  static final String OWN = "chieu mua ben song";

  @Autowired MockMvcTester server;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired Arrivals arrivals;
  @Autowired TestClock clock;
  Somebody lan;
  StartedSession first;

  @BeforeEach
  void somebody_signed_in() {
    lan = Somebody.withAccount(people, accounts);
    first = arrivals.withOwnPassword(lan, OWN);
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void a_page_learns_that_another_device_has_taken_the_place_of_its_own() throws Exception {
    assertThat(watched(first)).isEqualTo("alive");
    var second = arrivals.arrive(lan, OWN, Somebody.anyDevice());
    assertThat(watched(first)).isEqualTo("ended");
    assertThat(watched(second)).isEqualTo("alive");
  }

  @Test
  void asking_keeps_no_session_alive() throws Exception {
    for (int minutes = 0; minutes < 29; minutes++) {
      clock.advance(Duration.ofMinutes(1));
      assertThat(watched(first)).isEqualTo("alive");
    }
    clock.advance(Duration.ofMinutes(1));
    assertThat(watched(first)).isEqualTo("ended");
  }

  @Test
  void who_is_not_signed_in_is_told_so_and_nothing_is_kept_by_anybody() {
    assertThat(server.get().uri(PortalCookies.WATCH))
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store")
        .hasBodyTextEqualTo("ended");
  }

  private String watched(StartedSession session) throws UnsupportedEncodingException {
    return server
        .get()
        .uri(PortalCookies.WATCH)
        .cookie(new Cookie("ansinh", session.cookieValue()))
        .exchange()
        .getResponse()
        .getContentAsString();
  }
}
