package vn.ansinh.accounts;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.SecondFactors.Kind;
import vn.ansinh.accounts.SignedInBy.Means;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

/**
 * The second half of signing in on a device the account does not know, or while another device is
 * signed in (requirement R14): a code to the registered phone, or to the e-mail address where there
 * is no phone, or something of the person's own in its place. Success signs every other device out
 * at once. Any number of calls for one person behave as if one came after the other.
 */
@Service
public class NewDevices {

  private static final String PURPOSE = "pending-entry";

  private final PendingEntryStore store;
  private final AccountStore accounts;
  private final Sessions sessions;
  private final Denials denials;
  private final OneTimeCodes codes;
  private final ObjectProvider<SecondFactors> factors;
  private final ObjectProvider<SecretMessages> messages;
  private final ApplicationEventPublisher events;
  private final SignInSettings settings;
  private final Secrets secrets;
  private final Audit audit;
  private final Clock clock;

  NewDevices(
      PendingEntryStore store,
      AccountStore accounts,
      Sessions sessions,
      Denials denials,
      OneTimeCodes codes,
      ObjectProvider<SecondFactors> factors,
      ObjectProvider<SecretMessages> messages,
      ApplicationEventPublisher events,
      SignInSettings settings,
      Secrets secrets,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.sessions = sessions;
    this.denials = denials;
    this.codes = codes;
    this.factors = factors;
    this.messages = messages;
    this.events = events;
    this.settings = settings;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Empty when the time to type the code is over or the password was changed meanwhile.
   *
   * @param entry from {@link SigningIn.NeedsCode}
   */
  @Transactional(readOnly = true)
  public Optional<AwaitedCode> awaited(String entry, Device device) {
    return pending(entry)
        .flatMap(it -> accounts.find(it.person()).map(account -> awaited(it, account, device)));
  }

  private AwaitedCode awaited(PendingEntry entry, Account account, Device device) {
    var person = entry.person();
    var to = contact(account);
    var instead = factors.getObject().typedBy(person);
    return new AwaitedCode(
        to,
        sessions.elsewhere(person, device),
        codes.state(CodePurpose.SIGN_IN, entry.id(), to),
        instead,
        entry.guarded() && instead.contains(Kind.APP) && factors.getObject().appsRest());
  }

  /**
   * For a browser in which somebody has signed in twice: the code that was sent the first time may
   * still be on its way, and is good.
   *
   * @param earlier what the browser shows of an entry, if anything
   * @param newer from {@link SigningIn.NeedsCode}
   * @return the one that counts from now on; the other is over
   */
  @Transactional
  public String goOn(String earlier, String newer) {
    var before = PersonSecret.parse(earlier);
    var after = PersonSecret.parse(newer);
    boolean goesOn =
        before.isPresent()
            && after.isPresent()
            && !earlier.equals(newer)
            && before.get().person().equals(after.get().person())
            && accounts.lock(after.get().person()).isPresent()
            && store.goOn(
                after.get().person(), hash(before.get()), hash(after.get()), clock.instant());
    return goesOn ? earlier : newer;
  }

  /** Empty as {@link #awaited}. */
  @Transactional
  public Optional<Sending> send(String entry, Locale language, String network) {
    return pending(entry)
        .flatMap(
            it ->
                accounts
                    .find(it.person())
                    .map(account -> contact(account))
                    .map(to -> codes.send(Matter.entry(it), to, language, network)));
  }

  @Transactional
  public Arriving redeem(String entry, String typed, Device device) {
    var locked = locked(entry);
    if (locked.isEmpty()) {
      return new Arriving.Gone();
    }
    var account = locked.get().account();
    var matter = Matter.entry(locked.get().entry());
    return switch (codes.redeem(matter, contact(account), typed)) {
      case Redeeming.Accepted _ ->
          new Arriving.Arrived(
              arrive(account, entry, device, SignedInBy.of(Means.PASSWORD_AND_CODE)));
      case Redeeming why -> new Arriving.NotYet(why);
    };
  }

  /** The same with something of the person's own in the place of the code. */
  @Transactional
  public Arriving redeem(String entry, Kind kind, String typed, Device device) {
    var locked = locked(entry);
    if (locked.isEmpty()) {
      return new Arriving.Gone();
    }
    var account = locked.get().account();
    var holder = account.person();
    var pending = locked.get().entry();
    var entrant = new Entrant(pending.id(), pending.guarded());
    return switch (factors.getObject().redeem(holder, kind, typed, entrant)) {
      case StandIn.Accepted _ ->
          new Arriving.Arrived(arrive(account, entry, device, SignedInBy.passwordAnd(kind)));
      case StandIn why -> {
        audit.record(
            "SECOND_FACTOR_REFUSED",
            Actor.VISITOR,
            Subject.of("account", holder.value(), holder),
            Map.of("kind", kind.name()));
        yield new Arriving.Refused(why);
      }
    };
  }

  private record Locked(PendingEntry entry, Account account) {}

  /** The account's row before anything else, as everybody does. */
  private Optional<Locked> locked(String entry) {
    return PersonSecret.parse(entry)
        .map(PersonSecret::person)
        .flatMap(accounts::lock)
        .flatMap(_ -> pending(entry))
        .flatMap(it -> accounts.find(it.person()).map(account -> new Locked(it, account)));
  }

  /**
   * The caller holds the lock on the account's row.
   *
   * @param guarded the account does not know the device
   */
  String await(PersonId person, boolean guarded) {
    var entry = PersonSecret.next(person);
    store.insert(person, hash(entry), guarded, clock.instant().plus(settings.codeFor()));
    return entry.value();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT8M")
  void sweep() {
    store.deleteExpired(clock.instant());
    denials.sweep();
  }

  private StartedSession arrive(Account account, String entry, Device device, SignedInBy by) {
    store.deleteAll(account.person());
    var started = sessions.start(account.person(), device, by);
    events.publishEvent(new DeviceArrived(account.person(), entry));
    denials.tell(account, started.id(), device);
    return started;
  }

  /**
   * Signs in without a code whoever was let wait by {@link #await} and has shown as much. Empty as
   * {@link #awaited}. The caller holds the lock on the account's row.
   */
  Optional<StartedSession> arriveWithoutCode(String entry, Device device, SignedInBy by) {
    return pending(entry)
        .map(PendingEntry::person)
        .flatMap(accounts::find)
        .map(it -> arrive(it, entry, device, by));
  }

  /** Of a sign-in that needed no code here. The caller holds the lock on the account's row. */
  void tell(PersonId person, StartedSession started, Device device) {
    accounts.find(person).ifPresent(it -> denials.tell(it, started.id(), device));
  }

  /** As the other, of a changed password. */
  void tellOfPassword(PersonId person, StartedSession started) {
    accounts.find(person).ifPresent(it -> denials.tellOfPassword(it, started.id()));
  }

  private Optional<PendingEntry> pending(String entry) {
    return PersonSecret.parse(entry)
        .flatMap(it -> store.find(it.person(), hash(it), clock.instant()));
  }

  private Contact contact(Account account) {
    var phone = account.phone();
    var email = account.email();
    if (phone != null && (email == null || messages.getObject().canSend(Channel.SMS))) {
      return Contact.phone(phone);
    }
    if (email == null) {
      throw new AccountsException("an account has no contact");
    }
    return Contact.email(email);
  }

  private byte[] hash(PersonSecret entry) {
    return secrets.hash(PURPOSE, entry.secret());
  }
}
