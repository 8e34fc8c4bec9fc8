package vn.ansinh.accounts;

import java.util.Locale;
import org.springframework.transaction.support.TransactionTemplate;

/** Plays somebody who signs in on a device the account does not know; to be imported. */
public class Arrivals {

  private final SignIn signIn;
  private final NewDevices newDevices;
  private final Sessions sessions;
  private final AccountStore accounts;
  private final SentSecrets letterBox;
  private final RecoveryDesk desk;
  private final TransactionTemplate transaction;

  Arrivals(
      SignIn signIn,
      NewDevices newDevices,
      Sessions sessions,
      AccountStore accounts,
      SentSecrets letterBox,
      RecoveryDesk desk,
      TransactionTemplate transaction) {
    this.signIn = signIn;
    this.newDevices = newDevices;
    this.sessions = sessions;
    this.accounts = accounts;
    this.letterBox = letterBox;
    this.desk = desk;
    this.transaction = transaction;
  }

  /** With the right password and the code that was sent. */
  public StartedSession arrive(Somebody person, String password, Device device) {
    var entry = ((SigningIn.NeedsCode) signIn.signIn(person.number(), password, device)).entry();
    if (!(newDevices.send(entry, Locale.of("vi"), device.network()).orElseThrow()
        instanceof Sending.Sent(var id, var _))) {
      throw new IllegalStateException("no code was sent");
    }
    return ((Arriving.Arrived) newDevices.redeem(entry, letterBox.code(id), device)).session();
  }

  /** Who was sent a first password and has chosen an own one. */
  public StartedSession withOwnPassword(Somebody person, String own) {
    var first =
        signIn.signIn(person.number(), letterBox.firstPassword(person.id()), person.device());
    var ticket = ((SigningIn.MustSetPassword) first).ticket();
    return ((SettingPassword.Set) signIn.setFirstPassword(ticket, own, person.device())).session();
  }

  /** All requests for a new password that wait, those of other tests included. */
  public void lookAtRequests() {
    while (desk.round() > 0) {}
  }

  /** As what happens once password and code were right. */
  StartedSession withoutCode(Somebody person) {
    return transaction.execute(
        _ -> {
          accounts.lock(person.id()).orElseThrow();
          return sessions.start(
              person.id(), Somebody.anyDevice(), SignedInBy.of(SignedInBy.Means.PASSWORD));
        });
  }
}
