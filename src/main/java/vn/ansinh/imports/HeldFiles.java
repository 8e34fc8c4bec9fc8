package vn.ansinh.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.Secrets;

/**
 * Files an administrator looks at before deciding, sealed, for two hours and for nobody else. One
 * of a kind per administrator: the next one takes its place.
 */
@Service
public class HeldFiles {

  /** What is held. */
  public enum Kind {
    /** An office file between the look at it and the import. */
    OFFICES
  }

  private static final Duration HELD_FOR = Duration.ofHours(2);

  private final HeldFileStore store;
  private final Secrets secrets;
  private final Clock clock;

  HeldFiles(HeldFileStore store, Secrets secrets, Clock clock) {
    this.store = store;
    this.secrets = secrets;
    this.clock = clock;
  }

  @Transactional
  public UUID hold(Kind kind, byte[] content, OfficerId by) {
    var id = Ids.next();
    var until = clock.instant().plus(HELD_FOR);
    store.put(by, kind, id, secrets.seal(content, context(id)), until);
    return id;
  }

  /** Empty once another one took its place or its time is over. */
  public Optional<byte[]> find(UUID id, Kind kind, OfficerId by) {
    return store.find(by, kind, id, clock.instant()).map(it -> secrets.open(it, context(id)));
  }

  @Transactional
  public void forget(UUID id, Kind kind, OfficerId by) {
    store.delete(by, kind, id);
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT13M")
  @Transactional
  public void sweep() {
    store.deleteUntil(clock.instant());
  }

  private static String context(UUID id) {
    return "imports.held_file.content/" + id;
  }
}
