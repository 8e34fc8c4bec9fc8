package vn.ansinh.federation;

/** What came of a code that was brought to the provider. */
sealed interface Proving {

  record Proved(ProvedIdentity identity) implements Proving {}

  /** Something in the answers does not hold; never said to the visitor in detail. */
  record Refused(String why) implements Proving {}

  /** Properly signed, but it does not say who somebody is as the settings expect. */
  record Unreadable() implements Proving {}

  record Unavailable() implements Proving {}
}
