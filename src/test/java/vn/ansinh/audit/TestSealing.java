package vn.ansinh.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** Sealing that a test or a measurement starts and stops. */
public final class TestSealing {

  private final Sealer sealer;
  private final Copying copying;
  private final CheckpointStore checkpoints;

  public TestSealing(ApplicationContext application, Path directory) {
    var store = application.getBean(SealStore.class);
    var transactions = application.getBean(PlatformTransactionManager.class);
    checkpoints = application.getBean(CheckpointStore.class);
    sealer = new Sealer(store, checkpoints, SigningKey.make(), Clock.systemUTC(), transactions);
    copying = new Copying(store, checkpoints, new CheckpointCopy(directory), transactions);
  }

  public void catchUp() {
    sealer.sealAll();
    copying.copyAll();
  }

  /** As a node does it, until closed; the last entries are sealed before that returns. */
  public AutoCloseable everySecond() {
    var thread = Executors.newSingleThreadScheduledExecutor();
    thread.scheduleWithFixedDelay(this::catchUp, 0, 1, TimeUnit.SECONDS);
    return () -> {
      thread.shutdown();
      thread.awaitTermination(1, TimeUnit.MINUTES);
      catchUp();
    };
  }

  public String summary() {
    return checkpoints
        .newest()
        .map(it -> "%d checkpoints over %d entries".formatted(it.number(), it.size()))
        .orElse("nothing sealed");
  }
}
