package vn.ansinh.notifications;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Mode;

/**
 * Looks for returned mail as long as the application runs, if a mailbox is set. Operator commands,
 * which send nothing, read nothing either.
 */
@Component
class BounceRounds implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(BounceRounds.class);
  private static final long FINISHING_SECONDS = 15;

  private final @Nullable BounceReader reader;
  private final BounceSettings settings;
  private final OutboxSettings outbox;
  private final Mode mode;
  private @Nullable Rounds running;

  BounceRounds(
      BounceSettings settings,
      OutboxSettings outbox,
      Mode mode,
      BounceStore store,
      MailMarks marks,
      Bounces bounces,
      SslBundles bundles,
      Clock clock) {
    this.settings = settings;
    this.outbox = outbox;
    this.mode = mode;
    Readiness.check(settings, mode);
    this.reader =
        settings.areRead()
            ? new BounceReader(
                new BounceMailbox(settings, bundles), settings, store, marks, bounces, clock)
            : null;
  }

  @Override
  public synchronized void start() {
    if (!outbox.running()) {
      return;
    }
    if (reader != null) {
      running = new Rounds(reader);
      Thread.ofVirtual().name("bounces").start(running);
    } else if (!mode.isDemo()) {
      LOG.warn("e-mail that comes back is not noticed: ANSINH_BOUNCES_HOST is not set");
    }
  }

  @Override
  public synchronized void stop() {
    if (running != null) {
      running.end();
      running = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return running != null;
  }

  private final class Rounds implements Runnable {

    private final BounceReader each;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    Rounds(BounceReader each) {
      this.each = each;
    }

    @Override
    public void run() {
      try {
        do {
          round();
        } while (!ending.await(settings.every().toMillis(), TimeUnit.MILLISECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        ended.countDown();
      }
    }

    private void round() {
      try {
        each.round(() -> ending.getCount() == 0);
      } catch (RuntimeException e) {
        LOG.error("returned mail could not be read: {}", e.getClass().getName());
      }
    }

    void end() {
      ending.countDown();
      try {
        if (!ended.await(FINISHING_SECONDS, TimeUnit.SECONDS)) {
          LOG.warn("a mailbox still being read at the end will be read again");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
