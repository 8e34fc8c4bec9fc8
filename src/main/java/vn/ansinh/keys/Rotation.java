package vn.ansinh.keys;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Replaces the newest data key when it has come of age; on many nodes, once. */
@Component
class Rotation {

  private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);

  private final RingChanges changes;
  private final HeldRing held;

  Rotation(RingChanges changes, HeldRing held) {
    this.changes = changes;
    this.held = held;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
  void rotateWhenDue() {
    if (changes.rotateWhenDue()) {
      held.look();
      LOG.info("the newest data key was old and has been replaced");
    }
  }
}
