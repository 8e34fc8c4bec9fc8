package vn.ansinh.registration;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.DeadlineStore.Kind;

/**
 * What happens by itself when its day has come (notice S2, rule R10): a reminder on the seventh
 * day, deletion after the tenth, deletion of rejected data and of drafts. One declaration a
 * transaction; any number of nodes may run this at once.
 */
@Component
class Deadlines {

  private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
  private static final int BATCH = 50;

  private final DeadlineStore deadlines;
  private final Endings endings;
  private final DraftStore drafts;
  private final Erasure erasure;
  private final SubmissionKeyStore keys;
  private final RegistrationSettings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Deadlines(
      DeadlineStore deadlines,
      Endings endings,
      DraftStore drafts,
      Erasure erasure,
      SubmissionKeyStore keys,
      RegistrationSettings settings,
      TransactionTemplate transaction,
      Clock clock) {
    this.deadlines = deadlines;
    this.endings = endings;
    this.drafts = drafts;
    this.erasure = erasure;
    this.keys = keys;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** At hours when a message may wake nobody. */
  @Scheduled(cron = "0 */10 8-19 * * *", zone = "Asia/Ho_Chi_Minh")
  void remind() {
    work(Kind.REMIND, endings::remind);
  }

  @Scheduled(cron = "0 5/10 * * * *")
  void erase() {
    work(Kind.EXPIRE, endings::expire);
    work(Kind.ERASE, endings::eraseDecided);
    eraseDrafts();
    keys.deleteUsedBefore(clock.instant().minus(settings.keysKeptFor()));
  }

  /** One that fails is left for the next round and does not hold up the others. */
  private void work(Kind kind, Consumer<DeclarationId> deed) {
    var failed = new HashSet<DeclarationId>();
    var next = step(kind, deed, failed);
    while (next.isPresent()) {
      next = step(kind, deed, failed);
    }
  }

  private Optional<DeclarationId> step(
      Kind kind, Consumer<DeclarationId> deed, HashSet<DeclarationId> failed) {
    var taken = new DeclarationId[1];
    try {
      return transaction.execute(
          _ -> {
            var id = deadlines.take(kind, VietnamTime.today(clock), failed);
            id.ifPresent(
                it -> {
                  taken[0] = it;
                  deed.accept(it);
                });
            return id;
          });
    } catch (RuntimeException e) {
      if (taken[0] == null) {
        throw e;
      }
      LOG.error("{} of declaration {} failed", kind, taken[0].value(), e);
      failed.add(taken[0]);
      return Optional.of(taken[0]);
    }
  }

  private void eraseDrafts() {
    int erased;
    do {
      erased =
          transaction.execute(
              _ -> {
                var expired = drafts.lockExpired(clock.instant(), BATCH);
                expired.forEach(erasure::erase);
                return expired.size();
              });
    } while (erased == BATCH);
  }
}
