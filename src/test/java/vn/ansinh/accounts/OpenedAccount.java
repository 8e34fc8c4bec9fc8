package vn.ansinh.accounts;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.people.People;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

/** Lan has an account, its first password lies in the letter box. */
@LetterBoxTest
abstract class OpenedAccount {

  static final String OWN = "chieu mua ben song";

  @Autowired SignIn signIn;
  @Autowired Sessions sessions;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired TestClock clock;
  Somebody lan;

  @BeforeEach
  void an_account() {
    lan = Somebody.withAccount(people, accounts);
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  StartedSession activate() {
    return ((SettingPassword.Set) signIn.setFirstPassword(ticket(), OWN, lan.device())).session();
  }

  String ticket() {
    var answer = attempt(lan.number(), letterBox.firstPassword(lan.id()));
    return ((SigningIn.MustSetPassword) answer).ticket();
  }

  SigningIn attempt(String userName, String password) {
    return signIn.signIn(userName, password, lan.device());
  }
}
