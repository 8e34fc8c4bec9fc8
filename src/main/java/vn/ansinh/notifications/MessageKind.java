package vn.ansinh.notifications;

import java.util.Locale;
import java.util.Optional;

/** What a message is about. */
public enum MessageKind {
  CODE,
  FIRST_PASSWORD,
  SIGNED_IN_ELSEWHERE,
  CONTACT_WILL_CHANGE,
  CONTACT_CHANGED,
  PASSWORD_CHANGED,
  SIGN_IN_METHOD_CHANGED,
  IDENTITY_REFUSED,
  PASSWORD_AGED,
  RECOVERY_CODES_FEW,
  ACCOUNT_WILL_CLOSE,
  STOPPING_FORM,
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
  CARER_BEGAN,
  GUARDIAN_ADDED,
  DATA_DOWNLOADED,
  DATA_REQUEST_SUBMITTED,
  DATA_REQUEST_ANSWERED,
  ADJUSTMENT_SUBMITTED,
  ADJUSTMENT_RETURNED,
  ADJUSTMENT_REJECTED,
  ADJUSTMENT_APPROVED,
  ADJUSTMENT_DONE,
  ADJUSTMENT_REOPENED,
  ADJUSTMENT_WITHDRAWN,
  ADJUSTMENT_LAPSED,
  ADJUSTMENT_ENDED;

  /** Carries something only the addressee may know: never kept, never rendered again. */
  public boolean isSecret() {
    return switch (this) {
      case CODE,
          FIRST_PASSWORD,
          SIGNED_IN_ELSEWHERE,
          CONTACT_WILL_CHANGE,
          CONTACT_CHANGED,
          PASSWORD_CHANGED,
          SIGN_IN_METHOD_CHANGED,
          IDENTITY_REFUSED,
          ACCOUNT_WILL_CLOSE,
          CLOSING_CANCELLED,
          CARER_BEGAN,
          DATA_DOWNLOADED,
          DATA_REQUEST_SUBMITTED ->
          true;
      default -> false;
    };
  }

  /** What it is about, where it is kept in the portal for somebody with an account. */
  public Optional<Topic> topic() {
    return Optional.ofNullable(
        switch (this) {
          case SIGNED_IN_ELSEWHERE,
              CONTACT_WILL_CHANGE,
              CONTACT_CHANGED,
              PASSWORD_CHANGED,
              SIGN_IN_METHOD_CHANGED,
              IDENTITY_REFUSED,
              ACCOUNT_WILL_CLOSE,
              CLOSING_CANCELLED,
              ACCOUNT_CLOSED,
              CARER_BEGAN,
              GUARDIANSHIP_ENDED,
              GUARDIAN_ADDED,
              DATA_DOWNLOADED,
              DATA_REQUEST_SUBMITTED,
              ADJUSTMENT_SUBMITTED,
              ADJUSTMENT_RETURNED,
              ADJUSTMENT_REJECTED,
              ADJUSTMENT_APPROVED,
              ADJUSTMENT_DONE,
              ADJUSTMENT_REOPENED,
              ADJUSTMENT_WITHDRAWN,
              ADJUSTMENT_LAPSED,
              ADJUSTMENT_ENDED ->
              Topic.SECURITY;
          case CHILD_ACCOUNT_OPENED,
              CHILD_APPLICATION_RETURNED,
              CHILD_APPLICATION_REJECTED,
              CHILD_INVITED ->
              Topic.FAMILY;
          case PASSWORD_AGED, RECOVERY_CODES_FEW -> Topic.REMINDER;
          case DATA_REQUEST_ANSWERED -> Topic.REQUEST;
          default -> null;
        });
  }

  /** The name in message keys, such as {@code account-opened}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
