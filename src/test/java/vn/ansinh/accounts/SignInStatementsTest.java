package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.ansinh.people.People;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.platform.Secrets;
import vn.ansinh.support.LetterBoxTest;

/** What a sign-in asks of the database: the same of everybody, and no more than it must. */
@LetterBoxTest
class SignInStatementsTest {

  static final String OWN = "chieu mua ben song";
  static final String COMMIT = "Initiating transaction commit";

  @Autowired SignIn signIn;
  @Autowired Recoveries recoveries;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired Arrivals arrivals;
  Somebody lan;
  Device known;

  @BeforeEach
  void somebody_with_a_known_device() {
    lan = Somebody.withAccount(people, accounts);
    var secret = arrivals.withOwnPassword(lan, OWN).deviceSecret();
    known = new Device(lan.device().network(), lan.device().name(), secret);
  }

  @Test
  void a_wrong_password_costs_the_same_statements_whoever_is_meant() {
    var unregistered = Somebody.in(people).number();
    var nobody = RegisterFixtures.socialInsuranceNumber();
    for (var cookie : List.of("", Secrets.token(24))) {
      var hers = wrong(lan.number(), cookie);
      assertThat(hers).hasSizeGreaterThan(6).filteredOn(COMMIT::equals).hasSize(2);
      assertThat(wrong(unregistered, cookie)).isEqualTo(hers);
      assertThat(wrong(nobody, cookie)).isEqualTo(hers);
    }
  }

  @Test
  void a_forgotten_password_costs_the_same_statements_whoever_is_meant() {
    var hers = recovery(lan.number());
    assertThat(hers).hasSizeGreaterThan(2);
    assertThat(recovery(Somebody.in(people).number())).isEqualTo(hers);
    assertThat(recovery(RegisterFixtures.socialInsuranceNumber())).isEqualTo(hers);
  }

  @Test
  void a_known_device_is_let_in_with_two_commits_and_nothing_asked_twice_in_vain() {
    var asked =
        asked(
            () ->
                assertThat(signIn.signIn(lan.number(), OWN, known))
                    .isInstanceOf(SigningIn.SignedIn.class));
    assertThat(asked).filteredOn(COMMIT::equals).hasSize(2);
    assertThat(asked).hasSizeLessThanOrEqualTo(15 + 2);
  }

  private List<String> wrong(String userName, String cookie) {
    var stranger = Somebody.anyDevice();
    var device = new Device(stranger.network(), stranger.name(), cookie);
    return asked(
        () ->
            assertThat(signIn.signIn(userName, "khong phai", device))
                .isEqualTo(new SigningIn.Wrong(4)));
  }

  private List<String> recovery(String userName) {
    return asked(
        () ->
            assertThat(
                    recoveries.begin(
                        userName, Contact.email(Somebody.anyEmail()), Somebody.anyDevice()))
                .isInstanceOf(Recovering.Begun.class));
  }

  /** Statements and commits of this thread, in order; those of others run beside it. */
  private static List<String> asked(Runnable work) {
    var mine = Thread.currentThread();
    var asked = new ArrayList<String>();
    var lines =
        new AppenderBase<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            if (Thread.currentThread() == mine) {
              asked.add(event.getFormattedMessage());
            }
          }
        };
    lines.start();
    var loggers =
        Stream.of(JdbcTemplate.class, JdbcTransactionManager.class)
            .map(it -> (Logger) LoggerFactory.getLogger(it))
            .toList();
    loggers.forEach(
        it -> {
          it.setLevel(Level.DEBUG);
          it.setAdditive(false);
          it.addAppender(lines);
        });
    try {
      work.run();
    } finally {
      loggers.forEach(
          it -> {
            it.detachAppender(lines);
            it.setAdditive(true);
            it.setLevel(null);
          });
    }
    return asked.stream()
        .filter(it -> it.startsWith("Executing prepared SQL statement") || it.equals(COMMIT))
        .toList();
  }
}
