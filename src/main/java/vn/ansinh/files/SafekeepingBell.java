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

  private final Semaphore rung = new Semaphore(0);

  void ringAfterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      rung.release();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            rung.release();
          }
        });
  }

  void await(Duration atMost) throws InterruptedException {
    if (rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      rung.tryAcquire(rung.availablePermits() / 2);
    }
  }
}
