package vn.ansinh.notifications;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.platform.Ids;

/**
 * Reads the mailbox when it is due, on one node at a time: the database says which. A node that
 * dies leaves a lease that runs out, and a mail it had understood but not deleted is understood
 * again and changes nothing.
 */
class BounceReader {

  private static final Logger LOG = LoggerFactory.getLogger(BounceReader.class);

  /** After half of it no further mail is begun. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final BounceMailbox mailbox;
  private final BounceSettings settings;
  private final BounceStore store;
  private final BounceReport report;
  private final Bounces bounces;
  private final Clock clock;

  BounceReader(
      BounceMailbox mailbox,
      BounceSettings settings,
      BounceStore store,
      MailMarks marks,
      Bounces bounces,
      Clock clock) {
    this.mailbox = mailbox;
    this.settings = settings;
    this.store = store;
    this.report = new BounceReport(marks);
    this.bounces = bounces;
    this.clock = clock;
  }

  /**
   * @param stopped whether to leave the rest for another time
   * @return false when it was not our turn
   */
  boolean round(BooleanSupplier stopped) {
    var holder = Ids.next();
    var now = clock.instant();
    if (!store.begin(holder, now, now.plus(LEASE))) {
      return false;
    }
    var seen = new Seen("FAULT", null);
    try {
      seen = visit(new Visit(now.plus(LEASE.dividedBy(2)), stopped), now.minus(settings.leftFor()));
    } finally {
      end(holder, seen);
    }
    return true;
  }

  /** What a visit came to: one of the two. */
  private record Seen(@Nullable String problem, BounceMailbox.@Nullable Backlog backlog) {}

  private Seen visit(Visit visit, Instant leftSince) {
    try {
      return new Seen(null, mailbox.visit(leftSince, visit));
    } catch (AuthenticationFailedException e) {
      return problem("SIGN_IN_REFUSED", e);
    } catch (FolderNotFoundException e) {
      return problem("NO_FOLDER", e);
    } catch (MessagingException e) {
      return problem("UNREACHABLE", e);
    } catch (IOException e) {
      return problem("NO_PASSWORD", e);
    }
  }

  private static Seen problem(String code, Exception e) {
    LOG.warn("returned mail is not read now: {} ({})", code, e.getClass().getName());
    return new Seen(code, null);
  }

  private void end(UUID holder, Seen seen) {
    var now = clock.instant();
    store.end(holder, now, now.plus(settings.every()), seen.problem(), seen.backlog());
  }

  private final class Visit implements BounceMailbox.Reader {

    private final Instant until;
    private final BooleanSupplier stopped;

    Visit(Instant until, BooleanSupplier stopped) {
      this.until = until;
      this.stopped = stopped;
    }

    @Override
    public boolean goesOn() {
      return !stopped.getAsBoolean() && clock.instant().isBefore(until);
    }

    @Override
    public boolean read(byte[] beginning, Instant receivedAt) {
      return bounces.settle(report.read(beginning), receivedAt);
    }
  }
}
