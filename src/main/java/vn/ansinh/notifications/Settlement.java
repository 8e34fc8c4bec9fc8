package vn.ansinh.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.OneTimeCodes;

/**
 * Writes down what came of messages: those that left are forgotten but for the fact, the others
 * wait for another try or become somebody's task. Safe for many threads.
 */
class Settlement {

  private final Channel channel;
  private final MessageStore store;
  private final OutboxSettings settings;
  private final Undeliverables undeliverables;
  private final DeliveryReceipts receipts;
  private final OneTimeCodes codes;
  private final OutboxMetrics metrics;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final RandomGenerator random = RandomGenerator.getDefault();

  Settlement(Channel channel, Tools tools) {
    this.channel = channel;
    this.store = tools.store();
    this.settings = tools.settings();
    this.undeliverables = tools.undeliverables();
    this.receipts = tools.receipts();
    this.codes = tools.codes();
    this.metrics = tools.metrics();
    this.transaction = tools.transaction();
    this.clock = tools.clock();
  }

  /** What serves every channel. */
  record Tools(
      MessageStore store,
      OutboxSettings settings,
      Undeliverables undeliverables,
      DeliveryReceipts receipts,
      OneTimeCodes codes,
      OutboxMetrics metrics,
      TransactionTemplate transaction,
      Clock clock) {}

  void expire(Instant now) {
    transaction.executeWithoutResult(
        _ -> store.expire(channel, now).forEach(undeliverables::report));
  }

  /** All of them or, with an exception, none. */
  void write(Map<Outgoing, Handing> answered) {
    var sent = new ArrayList<Outgoing>();
    var providerIds = new HashMap<UUID, String>();
    transaction.executeWithoutResult(
        _ -> {
          answered.forEach(
              (message, answer) -> {
                if (answer instanceof Handing.HandedOver(var providerId)) {
                  sent.add(message);
                  providerIds.put(message.id(), Objects.requireNonNullElse(providerId, ""));
                } else {
                  settle(message, answer);
                }
              });
          handedOver(sent, providerIds);
        });
    answered.values().forEach(it -> metrics.count(channel, it));
    if (channel == Channel.SMS) {
      providerIds.values().stream().filter(it -> !it.isEmpty()).forEach(receipts::catchUp);
    }
  }

  private void handedOver(List<Outgoing> sent, Map<UUID, String> providerIds) {
    if (sent.isEmpty()) {
      return;
    }
    var now = clock.instant();
    var news = store.handedOver(sent.stream().map(Outgoing::id).toList(), providerIds, now);
    var left =
        sent.stream()
            .filter(it -> it.kind() == MessageKind.CODE && news.contains(it.id()))
            .map(Outgoing::subjectId)
            .toList();
    if (!left.isEmpty()) {
      codes.handedOff(left, now);
    }
  }

  private void settle(Outgoing message, Handing answer) {
    var soon = clock.instant().plus(Backoff.after(1, random));
    switch (answer) {
      case Handing.HandedOver _ -> throw new IllegalArgumentException("written with its batch");
      case Handing.Deferred(var problem) -> retry(message, problem);
      case Handing.CutOff(var problem) -> retry(message, problem);
      case Handing.NotTried(var problem) -> store.putBack(message, false, problem, soon);
      case Handing.Unreachable(var problem) -> store.putBack(message, false, problem, soon);
      case Handing.Refused(var problem) -> close(message, DeliveryState.FAILED, problem);
      case Handing.Expired _ -> close(message, DeliveryState.EXPIRED, "EXPIRED");
      case Handing.Unwanted _ ->
          store.close(message, DeliveryState.EXPIRED, "UNWANTED", clock.instant());
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
      undeliverables.report(message, channel, state);
    }
  }
}
