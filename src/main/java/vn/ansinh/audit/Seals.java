package vn.ansinh.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.stereotype.Service;

/** What can be said about the seals without checking them. */
@Service
public class Seals {

  private final SealStore store;
  private final CheckpointStore checkpoints;
  private final SealingJob job;
  private final Clock clock;

  Seals(SealStore store, CheckpointStore checkpoints, SealingJob job, Clock clock) {
    this.store = store;
    this.checkpoints = checkpoints;
    this.job = job;
    this.clock = clock;
  }

  public SealState state() {
    var newest = checkpoints.newest();
    var waiting = store.oldest(newest.map(Checkpoint::through).orElse(Place.START));
    var oldest =
        waiting
            .map(it -> Duration.between(it.toInstant(), clock.instant()))
            .filter(it -> !it.isNegative())
            .orElse(Duration.ZERO);
    return new SealState(
        newest.map(Checkpoint::number).orElse(0L),
        newest.map(Checkpoint::size).orElse(0L),
        newest.map(Checkpoint::sealedAt).orElse(null),
        newest.map(it -> HexFormat.of().formatHex(it.root())).orElse(""),
        newest.map(Checkpoint::keyId).orElse(""),
        oldest,
        copy(),
        job.problem(),
        !checkpoints.couldBeChanged());
  }

  private SealState.Copy copy() {
    var copied = job.copied();
    if (!job.copies()) {
      return SealState.Copy.NONE;
    }
    return copied == null ? SealState.Copy.BEHIND : SealState.Copy.valueOf(copied.name());
  }
}
