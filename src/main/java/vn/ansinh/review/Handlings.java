package vn.ansinh.review;

import vn.ansinh.registration.Outcome;

/** Registration's answers in the desk's words. */
final class Handlings {

  private Handlings() {}

  static Handling of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done() -> new Handling.Done();
      case Outcome.WrongState(var current) -> new Handling.Stale(current);
      case Outcome.AlreadyHasAccount() -> new Handling.AlreadyRegistered();
      case Outcome.OfficeClosed() -> new Handling.NoSuchReceiver();
    };
  }
}
