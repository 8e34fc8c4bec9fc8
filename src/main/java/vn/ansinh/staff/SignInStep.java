package vn.ansinh.staff;

import java.time.Instant;

/** Where a sign-in stands after something was typed. */
public sealed interface SignInStep {

  /** Right so far. The ticket belongs into a cookie; it is good for ten minutes. */
  record Next(String ticket, Stage stage) implements SignInStep {}

  /**
   * The session belongs into the cookie of the console.
   *
   * @param device belongs into the cookie by which this device is known from now on
   */
  record SignedIn(String session, String device) implements SignInStep {}

  /**
   * Whatever was wrong: name, password or code.
   *
   * @param left tries from here before the next pause, whether or not there is such an officer
   */
  record Wrong(int left) implements SignInStep {}

  /** Too many wrong, whether or not there is such an officer. */
  record Locked(Instant until) implements SignInStep {}

  /** The code was right and has been used before; the next one comes within thirty seconds. */
  record CodeUsed() implements SignInStep {}

  /** Nothing was looked at and nothing counted: the processors have too much to do. */
  record Busy() implements SignInStep {}

  record Weak(Weakness weakness) implements SignInStep {}

  /** Too slow, or a ticket of nobody: begin again. */
  record Expired() implements SignInStep {}

  /** What comes next. */
  enum Stage {
    ENROLMENT,
    CODE,
    NEW_PASSWORD
  }

  /** Why a new password is refused. */
  enum Weakness {
    TOO_SHORT,
    TOO_LONG,
    COMMON,
    OWN_NAME,
    SAME_AS_FIRST,
    SAME_AS_BEFORE
  }
}
