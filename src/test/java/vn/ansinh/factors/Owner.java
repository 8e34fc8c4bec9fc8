package vn.ansinh.factors;

import java.util.Set;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Arriving;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Device;
import vn.ansinh.accounts.NewDevices;
import vn.ansinh.accounts.SecondFactors;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Sessions;
import vn.ansinh.accounts.SettingPassword;
import vn.ansinh.accounts.SignIn;
import vn.ansinh.accounts.SigningIn;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.StartedSession;
import vn.ansinh.people.People;

/** Somebody with an account who is signed in on the own phone; to be imported. */
public class Owner {

  static final String OWN = "chieu mua ben song";

  private final SignIn signIn;
  private final NewDevices newDevices;
  private final Sessions sessions;
  private final Accounts accounts;
  private final People people;
  private final SentSecrets letterBox;

  Owner(
      SignIn signIn,
      NewDevices newDevices,
      Sessions sessions,
      Accounts accounts,
      People people,
      SentSecrets letterBox) {
    this.signIn = signIn;
    this.newDevices = newDevices;
    this.sessions = sessions;
    this.accounts = accounts;
    this.people = people;
    this.letterBox = letterBox;
  }

  record SignedIn(Somebody somebody, StartedSession started, CitizenSession session) {

    Device device() {
      return new Device("net-own", somebody.device().name(), started.deviceSecret());
    }
  }

  SignedIn signedIn() {
    var lan = Somebody.withAccount(people, accounts);
    var answer = signIn.signIn(lan.number(), letterBox.firstPassword(lan.id()), lan.device());
    var ticket = ((SigningIn.MustSetPassword) answer).ticket();
    var started =
        ((SettingPassword.Set) signIn.setFirstPassword(ticket, OWN, lan.device())).session();
    return new SignedIn(lan, started, sessions.current(started.cookieValue()).orElseThrow());
  }

  /** The right password on a device nobody knows. */
  String entry(Somebody lan, Device device) {
    return ((SigningIn.NeedsCode) signIn.signIn(lan.number(), OWN, device)).entry();
  }

  Arriving arrive(Somebody lan, SecondFactors.Kind kind, String typed) {
    var device = Somebody.anyDevice();
    return newDevices.redeem(entry(lan, device), kind, typed, device);
  }

  Set<SecondFactors.Kind> instead(Somebody lan) {
    var device = Somebody.anyDevice();
    return newDevices.awaited(entry(lan, device), device).orElseThrow().instead();
  }
}
