package vn.ansinh.datarights;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Device;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.accounts.Reauthentication;
import vn.ansinh.accounts.Taking;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.PersonId;

/**
 * Hands people all that is held about them (Law 91/2025/QH15; Decree 356/2025/ND-CP), for the
 * password once more. On the trail, and told to every contact, before the first byte leaves; a few
 * times a day, for it is what a thief would want, and costly.
 */
@Service
public class Downloads {

  /** In a day. */
  public static final int MOST = 5;

  private static final Budget DAILY = Budget.of("datarights.downloads", MOST, Duration.ofDays(1));

  private final Reauthentication password;
  private final Gathering gathering;
  private final HeldJson json;
  private final Budgets budgets;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final TransactionOperations transaction;
  private final Clock clock;

  Downloads(
      Reauthentication password,
      Gathering gathering,
      HeldJson json,
      Budgets budgets,
      Audit audit,
      ApplicationEventPublisher events,
      TransactionOperations transaction,
      Clock clock) {
    this.password = password;
    this.gathering = gathering;
    this.json = json;
    this.budgets = budgets;
    this.audit = audit;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Everything of one moment; the line of this download itself is part of it. Granted under the
   * lock on the account, so that nothing leaves through a session, or for a password, that ends at
   * the same moment. Not to be called in a transaction.
   *
   * @param inUse the password
   * @param form how it is handed over, such as {@code json}
   */
  public Reauthenticated<Downloading> take(
      CitizenSession session, String inUse, Device device, String form) {
    var person = session.person();
    return password
        .with(session, inUse, device, () -> begin(person, form))
        .map(spent -> taken(person, spent));
  }

  /** For tests about what is in it. */
  Downloading take(PersonId person, String form) {
    return taken(person, transaction.execute(_ -> begin(person, form)));
  }

  private Downloading taken(PersonId person, Optional<Instant> spent) {
    return spent
        .<Downloading>map(Downloading.TooMany::new)
        .orElseGet(() -> new Downloading.Granted(gathering.about(person)));
  }

  /**
   * Writes {@code ansinh-my-data} version 1 (docs/my-data.md) and opens one picture at a time;
   * nothing is kept on the way. Not to be called in a transaction.
   */
  public void write(Held held, OutputStream to) throws IOException {
    json.write(held, to);
  }

  private Optional<Instant> begin(PersonId person, String form) {
    if (budgets.take(DAILY, person.value().toString()) instanceof Taking.Spent(var until)) {
      return Optional.of(until);
    }
    audit.record(
        Deed.DATA_DOWNLOADED.name(), Actor.of(person), Subject.of(person), Map.of("form", form));
    events.publishEvent(new DataDownloaded(person, clock.instant()));
    return Optional.empty();
  }
}
