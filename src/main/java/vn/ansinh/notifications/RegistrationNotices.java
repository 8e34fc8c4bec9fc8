package vn.ansinh.notifications;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ansinh.registration.DeclarantAskedToCome;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationDecided;
import vn.ansinh.registration.DeclarationErased;
import vn.ansinh.registration.DeclarationExpired;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.DeclarationMoved;
import vn.ansinh.registration.DeclarationReminderDue;
import vn.ansinh.registration.DeclarationResubmitted;
import vn.ansinh.registration.DeclarationReturned;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.registration.DeclarationSubmitted;
import vn.ansinh.registration.DeclarationWithdrawn;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.DeclaredPhoneLost;
import vn.ansinh.registration.PaperReceived;

/**
 * Hears what happens to declarations, in the transaction in which it happens, and forgets what was
 * sent about one when its data are erased; only the last message is still kept, masked.
 */
@Component
class RegistrationNotices {

  private final Declarations declarations;
  private final DeclarationNotices notices;
  private final DeliveryStore messages;

  RegistrationNotices(
      Declarations declarations, DeclarationNotices notices, DeliveryStore messages) {
    this.declarations = declarations;
    this.notices = notices;
    this.messages = messages;
  }

  @EventListener
  void on(DeclarationSubmitted event) {
    received(event.id());
  }

  @EventListener
  void on(DeclarationResubmitted event) {
    received(event.id());
  }

  @EventListener
  void on(PaperReceived event) {
    notices.tell(MessageKind.PAPER_RECEIVED, event.id());
  }

  @EventListener
  void on(DeclarationReturned event) {
    notices.tell(MessageKind.DECLARATION_RETURNED, event.id());
  }

  @EventListener
  void on(DeclarantAskedToCome event) {
    notices.tell(MessageKind.ASKED_TO_COME, event.id());
  }

  @EventListener
  void on(DeclarationDecided event) {
    notices.tell(
        event.decision() == DeclarationStatus.APPROVED
            ? MessageKind.ACCOUNT_OPENED
            : MessageKind.DECLARATION_REJECTED,
        event.id());
  }

  @EventListener
  void on(DeclarationMoved event) {
    notices.tell(MessageKind.DECLARATION_MOVED, event.id());
  }

  @EventListener
  void on(DeclarationReminderDue event) {
    notices.tell(MessageKind.REMINDER, event.id());
  }

  @EventListener
  void on(DeclaredPhoneLost event) {
    notices.tellByMail(MessageKind.PHONE_LOST, event.id());
  }

  @EventListener
  void on(DeclarationExpired event) {
    messages.deleteClosed(event.id().value());
    notices.tell(MessageKind.DECLARATION_EXPIRED, event.id());
  }

  @EventListener
  void on(DeclarationWithdrawn event) {
    messages.deleteClosed(event.id().value());
    notices.tell(MessageKind.DECLARATION_WITHDRAWN, event.id());
  }

  @EventListener
  void on(DeclarationErased event) {
    messages.deleteClosed(event.id().value());
  }

  private void received(DeclarationId id) {
    var awaitsPaper = declarations.find(id).map(Declaration::needsPaper).orElse(false);
    notices.tell(awaitsPaper ? MessageKind.PAPER_AWAITED : MessageKind.DECLARATION_RECEIVED, id);
  }
}
