package vn.ansinh.notifications;

import java.util.Locale;

/** What a message is about. */
public enum MessageKind {
  CODE,
  FIRST_PASSWORD,
  SIGNED_IN_ELSEWHERE,
  CONTACT_WILL_CHANGE,
  CONTACT_CHANGED,
  PASSWORD_CHANGED,
  PASSWORD_AGED,
  ACCOUNT_WILL_CLOSE,
  CLOSING_CANCELLED,
  ACCOUNT_CLOSED,
  DECLARATION_RECEIVED,
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
  ACCOUNT_OPENED,
  CHILD_ACCOUNT_OPENED,
  CHILD_APPLICATION_RETURNED,
  CHILD_APPLICATION_REJECTED,
  CHILD_INVITED,
  GUARDIANSHIP_ENDED,
  CARER_BEGAN;

  /** Carries something only the addressee may know: never kept, never rendered again. */
  public boolean isSecret() {
    return switch (this) {
      case CODE,
          FIRST_PASSWORD,
          SIGNED_IN_ELSEWHERE,
          CONTACT_WILL_CHANGE,
          CONTACT_CHANGED,
          PASSWORD_CHANGED,
          ACCOUNT_WILL_CLOSE ->
          true;
      default -> false;
    };
  }

  /** The name in message keys, such as {@code account-opened}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
