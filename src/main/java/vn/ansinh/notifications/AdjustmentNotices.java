package vn.ansinh.notifications;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.SecretMessages;
import vn.ansinh.adjusting.AdjustmentMoved;
import vn.ansinh.adjusting.AdjustmentStep;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.platform.PublicAddress;
import vn.ansinh.platform.VietnamTime;

/**
 * Tells people what becomes of their requests to adjust, in the same transaction and by every
 * channel: whoever changes somebody's name or number does not do it unnoticed.
 */
@Component
class AdjustmentNotices {

  private final Accounts accounts;
  private final SecretMessages channels;
  private final Offices offices;
  private final Telling telling;
  private final PublicAddress address;

  AdjustmentNotices(
      Accounts accounts,
      SecretMessages channels,
      Offices offices,
      Telling telling,
      PublicAddress address) {
    this.accounts = accounts;
    this.channels = channels;
    this.offices = offices;
    this.telling = telling;
    this.address = address;
  }

  @EventListener
  void on(AdjustmentMoved event) {
    tell(kind(event.step()), event);
  }

  private static MessageKind kind(AdjustmentStep step) {
    return switch (step) {
      case SUBMITTED -> MessageKind.ADJUSTMENT_SUBMITTED;
      case RETURNED -> MessageKind.ADJUSTMENT_RETURNED;
      case REJECTED -> MessageKind.ADJUSTMENT_REJECTED;
      case APPROVED -> MessageKind.ADJUSTMENT_APPROVED;
      case DONE -> MessageKind.ADJUSTMENT_DONE;
      case REOPENED -> MessageKind.ADJUSTMENT_REOPENED;
      case WITHDRAWN -> MessageKind.ADJUSTMENT_WITHDRAWN;
      case LAPSED -> MessageKind.ADJUSTMENT_LAPSED;
      case ENDED -> MessageKind.ADJUSTMENT_ENDED;
    };
  }

  private void tell(MessageKind kind, AdjustmentMoved event) {
    var due = event.decisionDue();
    accounts
        .find(event.person())
        .ifPresent(
            account ->
                telling.tell(
                    kind,
                    event.id(),
                    event.person(),
                    account.contacts().stream()
                        .filter(it -> channels.canSend(it.channel()))
                        .toList(),
                    account.language(),
                    event.code(),
                    VietnamTime.show(event.at()),
                    address.of("/home/adjusting"),
                    offices.find(event.officeCode()).map(Office::label).orElse(event.officeCode()),
                    VietnamTime.show(due == null ? event.effectiveOn() : due),
                    event.answer()));
  }
}
