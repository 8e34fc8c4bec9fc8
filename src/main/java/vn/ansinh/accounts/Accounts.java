package vn.ansinh.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.PasswordHashing;
import vn.ansinh.platform.PersonId;

/** Accounts of insured persons: one for each, opened by the office's approval. */
@Service
public class Accounts {

  private final AccountStore store;
  private final UserNames userNames;
  private final Contacts contacts;
  private final Sessions sessions;
  private final Guesses guesses;
  private final PendingEntryStore pending;
  private final KnownDeviceStore devices;
  private final RecoveryStore recoveries;
  private final ObjectProvider<WaysIn> waysIn;
  private final DenialStore denials;
  private final PasswordHashing hashing;
  private final ObjectProvider<SecretMessages> messages;
  private final SignInSettings settings;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  Accounts(
      AccountStore store,
      UserNames userNames,
      Contacts contacts,
      Sessions sessions,
      Guesses guesses,
      PendingEntryStore pending,
      KnownDeviceStore devices,
      RecoveryStore recoveries,
      ObjectProvider<WaysIn> waysIn,
      DenialStore denials,
      PasswordHashing hashing,
      ObjectProvider<SecretMessages> messages,
      SignInSettings settings,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.userNames = userNames;
    this.contacts = contacts;
    this.sessions = sessions;
    this.guesses = guesses;
    this.pending = pending;
    this.devices = devices;
    this.recoveries = recoveries;
    this.waysIn = waysIn;
    this.denials = denials;
    this.hashing = hashing;
    this.messages = messages;
    this.settings = settings;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Creates and activates the account and sends the first password: by SMS, or by e-mail when there
   * is no phone or this installation sends no SMS. A second call for the same person changes
   * nothing, also when both come at once. Takes the place of an account that lived on a guardian's
   * contact, whose passwords, devices and session end.
   *
   * @param userName the social-insurance number (or personal id) by which the register knows the
   *     person
   * @param to one phone, one e-mail address, or both, each confirmed by the person; claims held
   *     under another id are handed over with {@link Contacts#move} before
   * @throws AccountsException when the register knows the number as somebody else's, there is no
   *     contact, or somebody else holds one
   */
  @Transactional
  public void open(PersonId person, String userName, List<Contact> to, Locale language, Actor by) {
    if (store.exists(person)) {
      return;
    }
    if (!userNames.personOf(userName).equals(Optional.of(person))) {
      throw new AccountsException("the register does not know this user name as the person's");
    }
    var phone = address(to, Channel.SMS);
    var email = address(to, Channel.EMAIL);
    if (phone == null && email == null) {
      throw new AccountsException("an account needs a contact");
    }
    if (!(contacts.claim(person, phone, email) instanceof Claiming.Claimed)) {
      throw new AccountsException("somebody else holds the contact");
    }
    insert(person, userName, phone, email, language, null, by);
  }

  /**
   * Creates a child's account that uses the guardian's contact as long as {@link Lending} says so
   * (the exception of children from requirement R2) and sends the first password there. One that
   * another guardian's contact serves stays as it is; the same guardian's begins anew.
   *
   * @throws AccountsException when the register does not know the number as the child's, the child
   *     has an account of their own or the guardian has none
   */
  @Transactional
  public void openFor(PersonId child, String userName, PersonId guardian, Actor by) {
    if (!userNames.personOf(userName).equals(Optional.of(child))) {
      throw new AccountsException("the register does not know this user name as the child's");
    }
    var lender = store.lockLender(child);
    if (store.exists(child) && !lender.equals(Optional.of(guardian))) {
      if (lender.isEmpty()) {
        throw new AccountsException("the child has an account of their own");
      }
      return;
    }
    var own =
        store
            .find(guardian)
            .filter(it -> it.lentBy() == null)
            .orElseThrow(() -> new AccountsException("the guardian has no account"));
    var phone = own.email() == null ? own.phone() : null;
    insert(child, userName, phone, own.email(), own.language(), guardian, by);
  }

  /** The guardian's contact serves the child no longer: sessions and devices go at once. */
  @Transactional
  public void endLending(PersonId child, PersonId guardian, Actor by) {
    if (store.lockLender(child).filter(guardian::equals).isPresent()) {
      forgetEntries(child, SessionEnd.SENT_AWAY, by);
      audit.record("ACCOUNT_WITHDRAWN", by, Subject.of("account", child.value(), child));
    }
  }

  /** Where codes to the person go now; empty without an account. */
  public Optional<Contact> contact(PersonId person) {
    return store
        .find(person)
        .map(
            it -> {
              var phone = it.phone();
              var email = it.email();
              if (email != null) {
                return Contact.email(email);
              }
              if (phone == null) {
                throw new AccountsException("an account has no contact");
              }
              return Contact.phone(phone);
            });
  }

  private void insert(
      PersonId person,
      String userName,
      @Nullable String phone,
      @Nullable String email,
      Locale language,
      @Nullable PersonId lentBy,
      Actor by) {
    var lent = store.lockLender(person).isPresent();
    var first = FirstPassword.next();
    var now = clock.instant();
    var until = now.plus(settings.firstPasswordFor());
    var opened =
        store.insert(
            new Account(
                person,
                userName,
                AccountStatus.AWAITING_FIRST_SIGN_IN,
                phone,
                email,
                language,
                now,
                until,
                null,
                lentBy),
            hashing.hash(FirstPassword.plain(first)));
    if (opened) {
      if (lent) {
        forgetEntries(person, SessionEnd.SENT_AWAY, by);
      }
      audit.record("ACCOUNT_OPENED", by, Subject.of("account", person.value(), person));
      events.publishEvent(new AccountOpened(person));
      messages
          .getObject()
          .sendFirstPassword(person, reachable(phone, email), first, until, language);
    }
  }

  /** Nothing opens the account any more: no proof, no device, no session. */
  void forgetEntries(PersonId person, SessionEnd why, Actor by) {
    store.deleteTicket(person);
    pending.deleteAll(person);
    devices.forgetAll(person);
    guesses.reset(person);
    recoveries.deleteOf(person);
    waysIn.forEach(it -> it.voidAll(person, by));
    denials.deleteAll(person);
    sessions.endLive(person, why);
    sessions.forgetReplaced(person);
  }

  public boolean exists(PersonId person) {
    return store.exists(person);
  }

  public Optional<Account> find(PersonId person) {
    return store.find(person);
  }

  /**
   * Sends a new first password; the earlier one, or the own one, no longer opens anything and a
   * live session ends. Nobody but the addressee sees it.
   *
   * @throws AccountsException when the person has no account or the account no such contact
   */
  @Transactional
  public void renewFirstPassword(PersonId person, Channel channel, Actor by) {
    var account =
        store
            .lock(person)
            .flatMap(it -> store.find(it.person()))
            .orElseThrow(() -> new AccountsException("no account"));
    var address = channel == Channel.SMS ? account.phone() : account.email();
    if (address == null) {
      throw new AccountsException("the account has no such contact");
    }
    var first = FirstPassword.next();
    var until = clock.instant().plus(settings.firstPasswordFor());
    store.setFirstPassword(person, hashing.hash(FirstPassword.plain(first)), until);
    store.deleteTicket(person);
    pending.deleteAll(person);
    guesses.reset(person);
    sessions.endLive(person, SessionEnd.PASSWORD_CHANGED);
    audit.record("FIRST_PASSWORD_RENEWED", by, Subject.of("account", person.value(), person));
    messages
        .getObject()
        .sendFirstPassword(person, new Contact(channel, address), first, until, account.language());
  }

  /** A phone nothing can be sent to serves only those without an address: an office's task then. */
  private Contact reachable(@Nullable String phone, @Nullable String email) {
    if (phone != null && (email == null || messages.getObject().canSend(Channel.SMS))) {
      return Contact.phone(phone);
    }
    if (email == null) {
      throw new AccountsException("an account needs a contact");
    }
    return Contact.email(email);
  }

  private static @Nullable String address(List<Contact> to, Channel channel) {
    return to.stream()
        .filter(it -> it.channel() == channel)
        .map(Contact::address)
        .findFirst()
        .orElse(null);
  }
}
