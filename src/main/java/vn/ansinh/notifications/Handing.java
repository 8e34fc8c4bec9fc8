package vn.ansinh.notifications;

import org.jspecify.annotations.Nullable;

/** How an attempt to hand over one message ended. Problems are codes without personal data. */
sealed interface Handing {

  record HandedOver(@Nullable String providerId) implements Handing {}

  /** Failed this time; counts as a try. */
  record Deferred(String problem) implements Handing {}

  /** Will never be taken. */
  record Refused(String problem) implements Handing {}

  /** The far side asks for a pause or the batch ended early: not the message's fault. */
  record NotTried(String problem) implements Handing {}

  /** The far side cannot be reached at all: not the message's fault, but the transport's. */
  record Unreachable(String problem) implements Handing {}

  /** The connection broke with the message on it, so it may or may not have arrived. */
  record CutOff(String problem) implements Handing {}

  record Expired() implements Handing {}

  /** Whom it was for wants it no more: it does not leave, and nobody need be reached otherwise. */
  record Unwanted() implements Handing {}
}
