package vn.ansinh.factors;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Device;
import vn.ansinh.accounts.FactorChange;
import vn.ansinh.accounts.FactorNotices;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.accounts.Reauthentication;
import vn.ansinh.accounts.RecoveryCodesFew;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

/**
 * Ten codes a person keeps on paper for the day the phone is gone. Each stands in once for a code
 * sent to a contact: on a new device, or for a forgotten password. Shown when they are made and
 * never again; the database keeps keyed hashes. However many type one at the same moment, it is
 * accepted once.
 */
@Service
public class RecoveryCodes {

  private static final String PURPOSE = "recovery-code";
  private static final int CODES = 10;
  private static final int LETTERS = 12;

  /** No vowels, so that no code spells a word; no figures, so that none looks like a sent code. */
  private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";

  private final RecoveryCodeStore store;
  private final Reauthentication password;
  private final FactorNotices notices;
  private final ApplicationEventPublisher events;
  private final Secrets secrets;
  private final Clock clock;

  RecoveryCodes(
      RecoveryCodeStore store,
      Reauthentication password,
      FactorNotices notices,
      ApplicationEventPublisher events,
      Secrets secrets,
      Clock clock) {
    this.store = store;
    this.password = password;
    this.notices = notices;
    this.events = events;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Empty when the person has never made any, or they were made void. */
  public Optional<RecoveryCodesLeft> left(CitizenSession session) {
    return store.left(session.person());
  }

  /** A new set; the codes of before are worthless from this moment. */
  public Reauthenticated<List<String>> make(CitizenSession session, String inUse, Device device) {
    return password.with(session, inUse, device, () -> make(session.person()));
  }

  private List<String> make(PersonId person) {
    var codes =
        Stream.generate(() -> Secrets.random(ALPHABET, LETTERS)).distinct().limit(CODES).toList();
    store.replace(person, codes.stream().map(it -> hash(person, it)).toList(), clock.instant());
    notices.record(person, person.value(), FactorChange.RECOVERY_CODES_MADE);
    return codes.stream().map(RecoveryCodes::grouped).toList();
  }

  /** Whether {@link #use} would be true now; changes nothing. */
  boolean has(PersonId person, String typed) {
    return store.has(person, hash(person, plain(typed)));
  }

  /** True for one caller only; then the owner has been told. */
  boolean use(PersonId person, String typed) {
    boolean right = store.use(person, hash(person, plain(typed)), clock.instant());
    if (right) {
      notices.record(person, person.value(), FactorChange.RECOVERY_CODE_USED);
      store
          .left(person)
          .filter(RecoveryCodesLeft::few)
          .ifPresent(it -> events.publishEvent(new RecoveryCodesFew(person, it.left())));
    }
    return right;
  }

  private static String grouped(String code) {
    return code.replaceAll("(.{4})(?=.)", "$1-");
  }

  private static String plain(String typed) {
    var bounded = typed.length() > 4 * LETTERS ? "" : typed;
    return bounded.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
  }

  private byte[] hash(PersonId person, String code) {
    return secrets.hash(PURPOSE, person.value() + "|" + code);
  }
}
