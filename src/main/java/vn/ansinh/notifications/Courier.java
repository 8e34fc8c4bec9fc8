package vn.ansinh.notifications;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import vn.ansinh.accounts.Channel;
import vn.ansinh.platform.CircuitBreaker;

/**
 * Takes what is due for one channel, hands it to the transport and writes down what came of it. A
 * crash in between repeats the message under its old id; a message is never dropped and never made
 * anew. Safe for many threads.
 */
class Courier {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int SETTLING_TRIES = 5;
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  /** As many as a crash may repeat for each sender. */
  private static final int WRITTEN_TOGETHER = 50;

  private final Transport transport;
  private final MessageStore store;
  private final OutboxSettings settings;
  private final CircuitBreaker breaker;
  private final Settlement settlement;
  private final Clock clock;
  private final AtomicReference<Instant> expireFrom = new AtomicReference<>(Instant.MIN);

  Courier(Transport transport, Settlement.Tools tools) {
    this.transport = transport;
    this.store = tools.store();
    this.settings = tools.settings();
    this.settlement = new Settlement(transport.channel(), tools);
    this.clock = tools.clock();
    this.breaker = new CircuitBreaker(clock);
  }

  Channel channel() {
    return transport.channel();
  }

  boolean isBroken() {
    return breaker.isOpen();
  }

  void tend() {
    if (breaker.room(1) > 0) {
      try {
        transport.tend();
      } catch (IOException e) {
        LOG.warn("the {} transport has no connection: {}", channel(), e.getClass().getName());
        breaker.brokeDown();
      }
    }
  }

  void close() {
    transport.close();
  }

  /** What this node may hand over now; the messages are leased, so deliver them at once. */
  List<Outgoing> claim() {
    var now = clock.instant();
    expire(now);
    var room = breaker.room(settings.batch());
    if (room == 0) {
      return List.of();
    }
    var batch = store.claim(channel(), room, now, now.plus(settings.lease()));
    if (!batch.isEmpty()) {
      breaker.started();
    }
    return batch;
  }

  /** Once a second is enough: what has run out is not claimed anyway. */
  private void expire(Instant now) {
    var due = expireFrom.get();
    if (!now.isBefore(due) && expireFrom.compareAndSet(due, now.plusSeconds(1))) {
      settlement.expire(now);
    }
  }

  void deliver(List<Outgoing> batch) {
    var answered = new LinkedHashMap<Outgoing, Handing>();
    BiConsumer<Outgoing, Handing> told =
        (message, answer) -> {
          answered.put(message, answer);
          if (answered.size() >= WRITTEN_TOGETHER) {
            writeDown(answered);
          }
        };
    try {
      transport.hand(batch.stream().filter(it -> isWorthATry(it, told)).toList(), told);
    } catch (RuntimeException e) {
      LOG.error("the {} transport failed: {}", channel(), e.getClass().getName());
      breaker.brokeDown();
    }
    writeDown(answered);
  }

  /** A message that takes its sender down each time must not do so for ever. */
  private boolean isWorthATry(Outgoing message, BiConsumer<Outgoing, Handing> told) {
    var worth = message.attempt() <= settings.maxAttempts();
    if (!worth) {
      told.accept(message, new Handing.Deferred("FAULT"));
    }
    return worth;
  }

  /** A database that is away for a moment must not make us send everything twice. */
  private void writeDown(Map<Outgoing, Handing> answered) {
    learn(answered.values());
    for (int attempt = 1; attempt <= SETTLING_TRIES; attempt++) {
      try {
        settlement.write(answered);
        break;
      } catch (DataAccessException | TransactionException e) {
        LOG.warn("outcomes are not written yet: {}", e.getClass().getName());
        if (attempt < SETTLING_TRIES) {
          pause();
        }
      }
    }
    answered.clear();
  }

  private void learn(Collection<Handing> answers) {
    if (answers.stream().anyMatch(Courier::isBreakdown)) {
      breaker.brokeDown();
    } else if (!answers.isEmpty()) {
      breaker.worked();
    }
  }

  private static boolean isBreakdown(Handing answer) {
    return answer instanceof Handing.Unreachable || answer instanceof Handing.CutOff;
  }

  /** The messages are sent already: only waiting for the database avoids sending them again. */
  private static void pause() {
    try {
      Thread.sleep(BETWEEN_TRIES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
