package vn.ansinh.guardianship;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Sessions;
import vn.ansinh.accounts.SettingPassword;
import vn.ansinh.accounts.SignIn;
import vn.ansinh.accounts.SigningIn;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.people.People;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

/** A guardian, a child of eight, and everything they need. */
@LetterBoxTest
abstract class GuardianshipTest {

  static final String OWN = "chieu mua ben song";

  @Autowired ApplicationContext context;
  @Autowired Guardianships guardianships;
  @Autowired ChildApplications applications;
  @Autowired ChildPictures pictures;
  @Autowired ChildHandIns handIns;
  @Autowired ChildDesk desk;
  @Autowired ChildDecisions decisions;
  @Autowired ChildQueue queue;
  @Autowired GuardianshipDesk guardianshipDesk;
  @Autowired Authorisations authorisations;
  @Autowired GuardianshipUpkeep upkeep;
  @Autowired Accounts accounts;
  @Autowired Sessions sessions;
  @Autowired SignIn signIn;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired TransactionTemplate transaction;
  @Autowired TestClock clock;

  Family family;
  Somebody lan;
  Family.Child be;

  @BeforeEach
  void a_guardian_and_a_child() {
    family = new Family(context);
    lan = family.guardian();
    be = family.child(lan);
  }

  @AfterEach
  void back_to_now() {
    clock.reset();
  }

  LinkId link(Somebody guardian) {
    return guardianships.of(guardian.id()).getFirst().link().id();
  }

  /** The cookie of somebody who signs in as the child with the password the guardian got. */
  String childSession() {
    var device = Somebody.anyDevice();
    var first = letterBox.firstPassword(be.id());
    var ticket = ((SigningIn.MustSetPassword) signIn.signIn(be.number(), first, device)).ticket();
    return ((SettingPassword.Set) signIn.setFirstPassword(ticket, OWN, device))
        .session()
        .cookieValue();
  }
}
