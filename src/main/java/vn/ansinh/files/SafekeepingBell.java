package vn.ansinh.files;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes this node when it has received a picture; others find it when they look the next time. */
@Component
class SafekeepingBell {

  private static final int ENOUGH = 8;

  private final Semaphore rung = new Semaphore(0);

  void ringAfterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      ring();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            ring();
          }
        });
  }

  void ring() {
    rung.release();
  }

  void await(Duration atMost) throws InterruptedException {
    var _ = rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    // Rung while everybody was busy anyway: enough is left to wake the others, not to look in vain.
    int tooMany = rung.availablePermits() - ENOUGH;
    if (tooMany > 0) {
      rung.tryAcquire(tooMany);
    }
  }
}
