package vn.ansinh.notifications;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Empties the outbox for as long as the application runs: one thread per channel looks for work and
 * starts a virtual thread for each batch. On shutdown nothing new is taken and what is in hand is
 * finished. Any number of nodes may run one each; operator commands run none.
 */
@Component
@ConditionalOnBooleanProperty(name = "ansinh.outbox.running", matchIfMissing = true)
class Relay implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final Duration FINISHING = Duration.ofSeconds(15);
  private static final int FEWEST_TOGETHER = 5;

  private final List<Courier> couriers;
  private final Bell bell;
  private final OutboxSettings settings;
  private List<Round> rounds = List.of();

  Relay(List<Courier> couriers, Bell bell, OutboxSettings settings) {
    this.couriers = couriers;
    this.bell = bell;
    this.settings = settings;
  }

  /** Stops after the web server, so that what the last requests say is taken along. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 4096;
  }

  @Override
  public synchronized void start() {
    rounds = couriers.stream().map(Round::new).toList();
    rounds.forEach(it -> Thread.ofVirtual().name("outbox-" + it.courier.channel()).start(it));
  }

  @Override
  public synchronized void stop() {
    rounds.forEach(Round::end);
    rounds.forEach(Round::finish);
    rounds = List.of();
  }

  @Override
  public synchronized boolean isRunning() {
    return !rounds.isEmpty();
  }

  @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
  void tend() {
    if (isRunning()) {
      couriers.forEach(Courier::tend);
    }
  }

  /** One channel's work. */
  private final class Round implements Runnable {

    private final Courier courier;
    private final Semaphore free = new Semaphore(settings.workers());
    private volatile boolean ended;

    Round(Courier courier) {
      this.courier = courier;
    }

    @Override
    public void run() {
      try {
        while (!ended) {
          free.acquire();
          if (!startBatch()) {
            free.release();
            bell.await(courier.channel(), settings.poll());
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private boolean startBatch() {
      try {
        var claimed = ended ? List.<Outgoing>of() : courier.claim();
        if (claimed.isEmpty()) {
          return false;
        }
        spread(claimed);
        return true;
      } catch (RuntimeException e) {
        LOG.warn("the outbox cannot be read: {}", e.getClass().getName());
        return false;
      }
    }

    /** Among all senders that are free: a burst must not queue behind one connection. */
    private void spread(List<Outgoing> claimed) {
      int wanted = Math.ceilDiv(claimed.size(), FEWEST_TOGETHER);
      int senders = 1;
      while (senders < wanted && free.tryAcquire()) {
        senders++;
      }
      int share = Math.ceilDiv(claimed.size(), senders);
      for (int i = 0; i < senders; i++) {
        int from = Math.min(i * share, claimed.size());
        var part = claimed.subList(from, Math.min(from + share, claimed.size()));
        Thread.ofVirtual().name("outbox-batch").start(() -> deliver(part));
      }
    }

    private void deliver(List<Outgoing> batch) {
      try {
        courier.deliver(batch);
      } catch (RuntimeException e) {
        LOG.error("a batch was not finished and will be repeated: {}", e.getClass().getName());
      } finally {
        free.release();
      }
    }

    void end() {
      ended = true;
      bell.ring(courier.channel());
    }

    void finish() {
      try {
        if (!free.tryAcquire(settings.workers(), FINISHING.toMillis(), TimeUnit.MILLISECONDS)) {
          LOG.warn("messages still in hand at the end will be repeated");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      courier.close();
    }
  }
}
