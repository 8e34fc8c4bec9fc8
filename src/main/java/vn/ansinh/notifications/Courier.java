package vn.ansinh.notifications;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.OneTimeCodes;

/**
 * Takes what is due for one channel, hands it to the transport and writes down what came of it. A
 * crash in between repeats the message under its old id; a message is never dropped and never made
 * anew. Safe for many threads.
 */
class Courier {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int SETTLING_TRIES = 5;

  private final Transport transport;
  private final MessageStore store;
  private final OutboxSettings settings;
  private final CircuitBreaker breaker;
  private final Undeliverables undeliverables;
  private final DeliveryReceipts receipts;
  private final OneTimeCodes codes;
  private final OutboxMetrics metrics;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final RandomGenerator random = RandomGenerator.getDefault();

  Courier(Transport transport, Tools tools) {
    this.transport = transport;
    this.store = tools.store();
    this.settings = tools.settings();
    this.undeliverables = tools.undeliverables();
    this.receipts = tools.receipts();
    this.codes = tools.codes();
    this.metrics = tools.metrics();
    this.transaction = tools.transaction();
    this.clock = tools.clock();
    this.breaker = new CircuitBreaker(clock);
  }

  /** What every courier works with. */
  record Tools(
      MessageStore store,
      OutboxSettings settings,
      Undeliverables undeliverables,
      DeliveryReceipts receipts,
      OneTimeCodes codes,
      OutboxMetrics metrics,
      TransactionTemplate transaction,
      Clock clock) {}

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
    transaction.executeWithoutResult(
        _ -> store.expire(channel(), now).forEach(undeliverables::report));
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

  void deliver(List<Outgoing> batch) {
    var answers = hand(batch);
    learn(answers);
    for (int attempt = 1; attempt <= SETTLING_TRIES; attempt++) {
      try {
        settle(batch, answers);
        return;
      } catch (DataAccessException | TransactionException e) {
        LOG.warn(
            "outcome of {} messages not written yet: {}", batch.size(), e.getClass().getName());
        pause();
      }
    }
  }

  private List<Handing> hand(List<Outgoing> batch) {
    try {
      return transport.hand(batch);
    } catch (RuntimeException e) {
      LOG.error("the {} transport failed: {}", channel(), e.getClass().getName());
      return batch.stream().<Handing>map(_ -> new Handing.Deferred("FAULT")).toList();
    }
  }

  private void learn(List<Handing> answers) {
    var broken =
        answers.stream()
            .anyMatch(it -> it instanceof Handing.Unreachable || it instanceof Handing.CutOff);
    if (broken) {
      breaker.brokeDown();
    } else {
      breaker.worked();
    }
  }

  private void settle(List<Outgoing> batch, List<Handing> answers) {
    var providerIds = new ArrayList<String>();
    transaction.executeWithoutResult(
        _ -> {
          for (int i = 0; i < batch.size(); i++) {
            settle(batch.get(i), answers.get(i));
          }
        });
    for (var answer : answers) {
      if (answer instanceof Handing.HandedOver(var providerId) && providerId != null) {
        providerIds.add(providerId);
      }
    }
    if (channel() == Channel.SMS) {
      providerIds.forEach(receipts::catchUp);
    }
  }

  private void settle(Outgoing message, Handing answer) {
    var now = clock.instant();
    metrics.count(channel(), answer);
    switch (answer) {
      case Handing.HandedOver(var providerId) -> {
        if (store.handedOver(message, providerId, now) && message.kind() == MessageKind.CODE) {
          codes.handedOff(message.subjectId(), now);
        }
      }
      case Handing.Deferred(var problem) -> retry(message, problem);
      case Handing.CutOff(var problem) -> retry(message, problem);
      case Handing.NotTried(var problem) ->
          store.putBack(message, false, problem, now.plus(Backoff.after(1, random)));
      case Handing.Unreachable(var problem) ->
          store.putBack(message, false, problem, now.plus(Backoff.after(1, random)));
      case Handing.Refused(var problem) -> close(message, DeliveryState.FAILED, problem);
      case Handing.Expired _ -> close(message, DeliveryState.EXPIRED, "EXPIRED");
    }
  }

  private void retry(Outgoing message, String problem) {
    if (message.attempt() >= settings.maxAttempts()) {
      close(message, DeliveryState.DEAD, problem);
    } else {
      var next = clock.instant().plus(Backoff.after(message.attempt(), random));
      store.putBack(message, true, problem, next);
    }
  }

  private void close(Outgoing message, DeliveryState state, String problem) {
    if (store.close(message, state, problem, clock.instant())) {
      undeliverables.report(message, channel(), state);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
