package vn.ansinh.files;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.files.SafekeepingStore.Received;
import vn.ansinh.files.Upload.Reason;
import vn.ansinh.imaging.Drawn;
import vn.ansinh.imaging.Imaging;
import vn.ansinh.imaging.Original;
import vn.ansinh.platform.Wiped;

/**
 * Makes received pictures safe, a few at a time: takes them under a lease, has them drawn anew,
 * keeps the result and forgets the original. Everything may be done twice without harm, so a crash
 * at any moment costs only the time until the lease runs out.
 */
@Component
class Safekeeping {

  private static final Logger LOG = LoggerFactory.getLogger(Safekeeping.class);

  private final SafekeepingStore store;
  private final FileStore files;
  private final FileKeyStore keys;
  private final SealedContents contents;
  private final Imaging imaging;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;
  private final FilesSettings settings;
  private final Set<FileId> held = ConcurrentHashMap.newKeySet();

  Safekeeping(
      SafekeepingStore store,
      FileStore files,
      FileKeyStore keys,
      SealedContents contents,
      Imaging imaging,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock,
      FilesSettings settings) {
    this.store = store;
    this.files = files;
    this.keys = keys;
    this.contents = contents;
    this.imaging = imaging;
    this.transaction = transaction;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
    this.settings = settings;
  }

  /** What came of one picture. */
  private sealed interface Outcome {

    record Kept(Received received, Drawn.Picture picture, String dataKey) implements Outcome {}

    record Refused(Received received, Reason reason) implements Outcome {}

    record Crashed(Received received) implements Outcome {}
  }

  /**
   * One round.
   *
   * @return how many pictures were taken; 0 when there is nothing to do
   * @throws RuntimeException when no worker can be had, or the storage is out of reach; what was
   *     taken and not done is given back
   */
  int round() {
    var taken = take();
    var outcomes = new ArrayList<Outcome>();
    try {
      taken.forEach(it -> outcomes.add(outcome(it)));
    } catch (RuntimeException e) {
      taken.subList(outcomes.size(), taken.size()).forEach(it -> giveBack(it, it.crashes()));
      throw e;
    } finally {
      write(outcomes);
      taken.forEach(it -> held.remove(it.id()));
    }
    return taken.size();
  }

  /** Of pictures still in work, so that a slow one is not taken by another node as well. */
  void renewLeases() {
    var ids = List.copyOf(held);
    if (!ids.isEmpty()) {
      store.lease(ids, leaseUntil());
    }
  }

  private List<Received> take() {
    List<Received> taken =
        transaction.execute(
            _ -> {
              store.doNotWaitForDisk();
              return store.take(settings.batch(), clock.instant(), leaseUntil());
            });
    taken.forEach(it -> held.add(it.id()));
    return taken;
  }

  private Outcome outcome(Received received) {
    byte[] bytes;
    try {
      bytes = contents.openOriginal(received.id(), received.sealed());
    } catch (IllegalStateException e) {
      LOG.error("the original of picture {} does not open", received.id().value());
      return new Outcome.Refused(received, Reason.BROKEN);
    }
    return Wiped.after(bytes, it -> drawn(received, it));
  }

  private Outcome drawn(Received received, byte[] bytes) {
    var original =
        new Original(received.format(), received.orientation(), FilesSettings.LONG_SIDE, bytes);
    return switch (imaging.draw(original)) {
      case Drawn.Picture picture -> {
        var dataKey = Wiped.after(picture.jpeg(), it -> contents.write(received.id(), it));
        yield new Outcome.Kept(received, picture, dataKey);
      }
      case Drawn.Broken _ -> new Outcome.Refused(received, Reason.BROKEN);
      case Drawn.Crashed _ -> new Outcome.Crashed(received);
    };
  }

  /**
   * Each in a transaction of its own: one that is told about harms no other, and nobody holds one
   * picture's row while waiting for another's. Submissions lock several at once; they would stop
   * each other for good.
   */
  private void write(List<Outcome> outcomes) {
    var late = new ArrayList<FileId>();
    for (var outcome : outcomes) {
      switch (outcome) {
        case Outcome.Kept it when !safe(it) -> late.add(it.received().id());
        case Outcome.Kept _ -> {}
        case Outcome.Refused(var received, var reason) -> refuse(received, reason);
        case Outcome.Crashed(var received) -> crashed(received);
      }
    }
    eraseUnlessKept(late);
  }

  private boolean safe(Outcome.Kept kept) {
    var id = kept.received().id();
    var picture = kept.picture();
    Boolean safe =
        transaction.execute(
            _ -> {
              store.doNotWaitForDisk();
              return store.safe(
                  id, picture.width(), picture.height(), picture.jpeg().length, kept.dataKey());
            });
    return safe;
  }

  /** Erased by its owner meanwhile, or kept by another node whose lease this was not any more. */
  private void eraseUnlessKept(List<FileId> late) {
    if (!late.isEmpty()) {
      var known = files.existing(late);
      late.stream().filter(it -> !known.contains(it)).forEach(contents::eraseAfterCommit);
      // Which of the two writers was last, and under which key, shows when it is sealed again.
      known.forEach(keys::forget);
    }
  }

  private void crashed(Received received) {
    int crashes = received.crashes() + 1;
    if (crashes < settings.crashesAllowed()) {
      giveBack(received, crashes);
      return;
    }
    LOG.error(
        "picture {} is quarantined: it cost {} image workers", received.id().value(), crashes);
    transaction.executeWithoutResult(
        status -> {
          tell(received, "PICTURE_QUARANTINED", Reason.QUARANTINED);
          if (!store.quarantine(received.id(), crashes)) {
            status.setRollbackOnly();
          }
        });
  }

  private void refuse(Received received, Reason reason) {
    transaction.executeWithoutResult(
        status -> {
          tell(received, "PICTURE_REFUSED", reason);
          if (!store.refuse(received.id(), reason)) {
            status.setRollbackOnly();
          }
        });
  }

  /** First, because submissions too lock the draft before its pictures; undone if it is not so. */
  private void tell(Received received, String deed, Reason reason) {
    audit.record(deed, Actor.SYSTEM, Subject.of("file", received.id().value()));
    events.publishEvent(
        new PictureRefused(received.id(), received.holder(), received.kind(), reason));
  }

  private void giveBack(Received received, int crashes) {
    store.giveBack(received.id(), crashes, clock.instant().plus(settings.retryAfter()));
  }

  private Instant leaseUntil() {
    return clock.instant().plus(settings.lease());
  }
}
