package vn.ansinh.audit;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Seals every second and copies what was sealed. Whatever fails, the next second tries again; what
 * is wrong is told once in the log, and as long as it lasts in {@link SealWatch}.
 */
@Component
class SealingJob {

  private static final Logger LOG = LoggerFactory.getLogger(SealingJob.class);

  private final @Nullable Sealer sealer;
  private final @Nullable SigningKey key;
  private final @Nullable CheckpointCopy copy;
  private final @Nullable Copying copying;

  private volatile @Nullable String problem;
  private volatile Copying.@Nullable State copied;

  SealingJob(
      AuditSettings settings,
      SealStore store,
      CheckpointStore checkpoints,
      Clock clock,
      PlatformTransactionManager transactions) {
    var keyFile = settings.key();
    var directory = settings.copies();
    this.key = settings.sealing() && keyFile != null ? SigningKey.read(keyFile) : null;
    this.sealer = key == null ? null : new Sealer(store, checkpoints, key, clock, transactions);
    this.copy = key == null || directory == null ? null : new CheckpointCopy(directory);
    this.copying = copy == null ? null : new Copying(store, checkpoints, copy, transactions);
  }

  boolean seals() {
    return sealer != null;
  }

  /** Why the last round failed, for an operator. */
  @Nullable String problem() {
    return problem;
  }

  /** As of the last round; absent where nothing is copied or nothing was tried yet. */
  Copying.@Nullable State copied() {
    return copied;
  }

  boolean copies() {
    return copying != null;
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
  void round() {
    if (sealer == null || key == null) {
      return;
    }
    try {
      sealer.sealAll();
      tell(copy(key));
    } catch (RuntimeException e) {
      tell(String.valueOf(e.getMessage()));
    }
  }

  private @Nullable String copy(SigningKey key) {
    if (copy == null || copying == null) {
      return null;
    }
    copy.publish(key);
    var state = copying.copyAll();
    copied = state;
    return state == Copying.State.CONTRADICTS
        ? "The database contradicts the copied checkpoints in "
            + copy.file()
            + ": run bin/ansinh audit verify"
        : null;
  }

  private void tell(@Nullable String now) {
    if (now != null && !now.equals(problem)) {
      LOG.error("The audit trail is not sealed or copied: {}", now);
    } else if (now == null && problem != null) {
      LOG.info("The audit trail is sealed and copied again");
    }
    problem = now;
  }
}
