package vn.ansinh.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Enforced;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Sessions;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.people.People;
import vn.ansinh.portal.Window;
import vn.ansinh.support.LetterBoxTest;

/** An old password is advised against, and leads to a new one where that is enforced. */
@LetterBoxTest
class PasswordGateTest {

  static final String OWN = "chieu mua ben song";

  @Autowired MockMvcTester server;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired Sessions sessions;
  @Autowired SentSecrets letterBox;
  @Autowired ApplicationContext application;
  @Autowired JdbcClient sql;
  final MockHttpServletResponse response = new MockHttpServletResponse();
  Window window;
  Somebody lan;
  PasswordGate gate;

  @BeforeEach
  void somebody_signed_in() {
    gate = new PasswordGate(Enforced.age(application));
    window = new Window(server);
    lan = Somebody.withAccount(people, accounts);
    var first = letterBox.firstPassword(lan.id());
    window.send("/sign-in", "userName", lan.number(), "password", first);
    window.send("/first-password", "password", OWN, "repeated", OWN);
  }

  @AfterEach
  void sign_out() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void a_young_password_lets_everybody_in() {
    signIn();
    assertThat(gate.preHandle(new MockHttpServletRequest(), response, this)).isTrue();
    assertThat(window.open("/home")).bodyText().doesNotContain("hơn 6 tháng");
  }

  @Test
  void an_old_one_is_advised_against_and_where_enforced_leads_to_a_new_one() {
    sql.sql(
            """
            update accounts.account set password_set_at = password_set_at - interval '7 months'
            where person_id = :person
            """)
        .param("person", lan.id().value())
        .update();
    assertThat(window.open("/home")).hasStatusOk().bodyText().contains("hơn 6 tháng");
    signIn();
    assertThat(gate.preHandle(new MockHttpServletRequest(), response, this)).isFalse();
    assertThat(response.getStatus()).isEqualTo(303);
    assertThat(response.getHeader("Location")).isEqualTo("/home/password");
    SecurityContextHolder.clearContext();
    assertThat(gate.preHandle(new MockHttpServletRequest(), response, this))
        .as("nobody signed in is no business of this")
        .isTrue();
  }

  /** After the window has answered, which signs everybody out of this thread. */
  private void signIn() {
    var session = sessions.current(window.cookies().get("ansinh")).orElseThrow();
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(session, ""));
  }
}
