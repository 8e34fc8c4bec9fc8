package vn.ansinh.accounts;

/** What came of the code that a new device, or a second one, has to show. */
public sealed interface Arriving {

  /** Signed in here, and out everywhere else. */
  record Arrived(StartedSession session) implements Arriving {}

  record NotYet(Redeeming why) implements Arriving {}

  /** What was typed in the place of the code was not accepted. */
  record Refused(StandIn why) implements Arriving {}

  /** Too much time has passed, or the password was changed meanwhile: sign in again. */
  record Gone() implements Arriving {}
}
