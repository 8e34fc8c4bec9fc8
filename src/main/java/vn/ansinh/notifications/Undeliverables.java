package vn.ansinh.notifications;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Channel;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.guardianship.ApplicationId;
import vn.ansinh.guardianship.UnreachedGuardians;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.review.Tasks;

/**
 * Sees to it that a message nobody got becomes a task of the office; not for one-time codes, whose
 * reader sits in front of the page and asks for another. Joins the caller's transaction.
 */
@Component
class Undeliverables {

  private final Tasks tasks;
  private final UnreachedGuardians guardians;
  private final Audit audit;

  Undeliverables(Tasks tasks, UnreachedGuardians guardians, Audit audit) {
    this.tasks = tasks;
    this.guardians = guardians;
    this.audit = audit;
  }

  void report(Outgoing message, Channel channel, DeliveryState state) {
    report(message.id(), message.kind(), channel, message.subjectId(), message.person(), state);
  }

  void report(Delivery delivery) {
    report(
        delivery.id(),
        delivery.kind(),
        delivery.channel(),
        delivery.subjectId(),
        delivery.person(),
        delivery.state());
  }

  private void report(
      UUID id,
      MessageKind kind,
      Channel channel,
      UUID subject,
      @Nullable PersonId person,
      DeliveryState state) {
    if (kind == MessageKind.CODE) {
      return;
    }
    audit.record(
        "MESSAGE_UNDELIVERABLE",
        Actor.SYSTEM,
        new Subject("message", id.toString(), person),
        Map.of("kind", kind.name(), "channel", channel.name(), "state", state.name()));
    switch (kind) {
      // They tell contacts the account has no more, where nobody is to be reached again.
      case CONTACT_CHANGED, ACCOUNT_CLOSED -> {}
      case FIRST_PASSWORD -> {
        tasks.undeliverable(new PersonId(subject), channel.name());
        guardians.reportOf(new PersonId(subject), channel.name());
      }
      case CHILD_ACCOUNT_OPENED, CHILD_APPLICATION_RETURNED, CHILD_APPLICATION_REJECTED ->
          guardians.report(new ApplicationId(subject), channel.name());
      default -> {
        if (isAboutDeclaration(kind)) {
          tasks.undeliverable(new DeclarationId(subject), channel.name());
        } else if (person != null) {
          tasks.undeliverable(person, channel.name());
          guardians.reportOf(person, channel.name());
        }
      }
    }
  }

  /**
   * The others concern an account: work of the office that opened it, or of the children's desk.
   */
  private static boolean isAboutDeclaration(MessageKind kind) {
    return switch (kind) {
      case DECLARATION_RECEIVED,
          PAPER_AWAITED,
          PAPER_RECEIVED,
          DECLARATION_RETURNED,
          ASKED_TO_COME,
          DECLARATION_REJECTED,
          DECLARATION_MOVED,
          REMINDER,
          DECLARATION_EXPIRED,
          DECLARATION_WITHDRAWN,
          PHONE_LOST,
          ACCOUNT_OPENED ->
          true;
      default -> false;
    };
  }
}
