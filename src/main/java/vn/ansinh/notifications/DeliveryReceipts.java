package vn.ansinh.notifications;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the operator says about a message it took: on the phone, or not to be delivered. */
@Component
class DeliveryReceipts {

  private final ReceiptStore store;
  private final Undeliverables undeliverables;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DeliveryReceipts(
      ReceiptStore store,
      Undeliverables undeliverables,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.undeliverables = undeliverables;
    this.transaction = transaction;
    this.clock = clock;
  }

  void delivered(String providerId) {
    receive(providerId, DeliveryState.DELIVERED, null);
  }

  void failed(String providerId, String problem) {
    receive(providerId, DeliveryState.FAILED, problem);
  }

  /** For a message whose hand-over has just been written: its receipt may have come before. */
  void catchUp(String providerId) {
    transaction.executeWithoutResult(
        _ ->
            store.apply(providerId, clock.instant()).stream()
                .filter(it -> it.state().isUndeliverable())
                .forEach(undeliverables::report));
  }

  private void receive(String providerId, DeliveryState outcome, @Nullable String problem) {
    transaction.executeWithoutResult(
        _ -> store.insert(providerId, outcome, problem, clock.instant()));
    catchUp(providerId);
  }
}
