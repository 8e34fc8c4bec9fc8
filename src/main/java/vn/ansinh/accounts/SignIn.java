package vn.ansinh.accounts;

import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.ansinh.platform.PasswordHashing;
import vn.ansinh.platform.PersonId;

/**
 * Signing in by number and password. A user name that nobody has, a person without an account and a
 * wrong password get the same answer after the same statements and the same hash. Passwords are
 * compared outside of any transaction, so a queue for the processor never holds a database
 * connection.
 */
@Service
public class SignIn {

  private final UserNames userNames;
  private final AccountStore accounts;
  private final PasswordHashing hashing;
  private final Tries tries;
  private final KnownDeviceStore devices;
  private final Entry entry;
  private final NewPasswords newPasswords;
  private final OwnPassword ownPassword;

  SignIn(
      UserNames userNames,
      AccountStore accounts,
      PasswordHashing hashing,
      Tries tries,
      KnownDeviceStore devices,
      Entry entry,
      NewPasswords newPasswords,
      OwnPassword ownPassword) {
    this.userNames = userNames;
    this.accounts = accounts;
    this.hashing = hashing;
    this.tries = tries;
    this.devices = devices;
    this.entry = entry;
    this.newPasswords = newPasswords;
    this.ownPassword = ownPassword;
  }

  /**
   * @param userName social-insurance number or personal id, as typed
   */
  public SigningIn signIn(String userName, String password, Device device) {
    var plain = UserNames.plain(userName);
    var person = userNames.personOf(userName);
    var known = devices.knows(person.orElseGet(PersonId::next), device);
    return switch (tries.begin(plain, person, device, known)) {
      case Tries.Begun.Refused(var answer) -> answer;
      case Tries.Begun.Counted counted ->
          tryPassword(counted, person, OwnPassword.typed(password), device);
    };
  }

  /** Whether the ticket can still be used; for showing the page. */
  public boolean canSetPassword(String ticket) {
    return entry.holderOf(ticket).isPresent();
  }

  /**
   * @param ticket from {@link SigningIn.MustSetPassword}; used up by success, kept otherwise
   */
  public SettingPassword setFirstPassword(String ticket, String password, Device device) {
    var holder = entry.holderOf(ticket);
    if (holder.isEmpty()) {
      return new SettingPassword.Expired();
    }
    return switch (newPasswords.prepare(holder.get(), OwnPassword.typed(password))) {
      case NewPasswords.Weak(var why) -> new SettingPassword.Weak(why);
      case NewPasswords.Busy _ -> new SettingPassword.Busy();
      case NewPasswords.Ready(var hash) ->
          entry
              .setFirst(ticket, hash, device)
              .<SettingPassword>map(SettingPassword.Set::new)
              .orElseGet(SettingPassword.Expired::new);
    };
  }

  /** For a person who is signed in; mistakes at the old password count as at signing in. */
  public ChangingPassword changePassword(
      CitizenSession session, String inUse, String wanted, Device device) {
    return switch (ownPassword.shown(session, inUse, device)) {
      case OwnPassword.TooMany(var until) -> new ChangingPassword.TooMany(until);
      case OwnPassword.Wrong(var left) -> new ChangingPassword.Wrong(left);
      case OwnPassword.Busy _ -> new ChangingPassword.Busy();
      case OwnPassword.Right(var credentials) ->
          change(credentials, OwnPassword.typed(wanted), device);
    };
  }

  private ChangingPassword change(Credentials credentials, String wanted, Device device) {
    return switch (newPasswords.prepare(credentials.person(), wanted)) {
      case NewPasswords.Weak(var why) -> new ChangingPassword.Weak(why);
      case NewPasswords.Busy _ -> new ChangingPassword.Busy();
      case NewPasswords.Ready(var hash) ->
          entry
              .change(credentials, hash, device)
              .<ChangingPassword>map(ChangingPassword.Changed::new)
              .orElseGet(ChangingPassword.Busy::new);
    };
  }

  private SigningIn tryPassword(
      Tries.Begun.Counted counted, Optional<PersonId> person, String password, Device device) {
    var credentials = accounts.typedAgainst(person.orElseGet(PersonId::next));
    var matches = hashing.tryMatches(asStored(credentials, password), hash(credentials));
    if (matches.isEmpty()) {
      tries.withdraw(counted);
      return new SigningIn.Busy();
    }
    if (matches.get()) {
      return tries.right(counted, credentials.orElseThrow(), device);
    }
    tries.wrong(counted, device, credentials.map(Credentials::person).orElse(null));
    var attempt = counted.attempt();
    return attempt.left() > 0
        ? new SigningIn.Wrong(attempt.left())
        : new SigningIn.TooMany(attempt.lockedUntil());
  }

  private static String asStored(Optional<Credentials> credentials, String password) {
    var first =
        credentials.filter(it -> it.status() == AccountStatus.AWAITING_FIRST_SIGN_IN).isPresent();
    return first ? FirstPassword.plain(password) : password;
  }

  private static @org.jspecify.annotations.Nullable String hash(Optional<Credentials> credentials) {
    return credentials.map(Credentials::hash).orElse(null);
  }
}
