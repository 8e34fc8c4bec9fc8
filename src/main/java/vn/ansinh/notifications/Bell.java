package vn.ansinh.notifications;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.ansinh.accounts.Channel;

/** Wakes the relay of this node; other nodes find the message when they look the next time. */
@Component
class Bell {

  private final Map<Channel, Semaphore> bells = new EnumMap<>(Channel.class);

  Bell() {
    for (var channel : Channel.values()) {
      bells.put(channel, new Semaphore(0));
    }
  }

  void ringAfterCommit(Channel channel) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            ring(channel);
          }
        });
  }

  void ring(Channel channel) {
    of(channel).release();
  }

  void await(Channel channel, Duration atMost) throws InterruptedException {
    if (of(channel).tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      of(channel).drainPermits();
    }
  }

  @SuppressWarnings("NullAway") // every channel has one
  private Semaphore of(Channel channel) {
    return bells.get(channel);
  }
}
