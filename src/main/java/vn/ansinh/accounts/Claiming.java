package vn.ansinh.accounts;

/** What came of claiming a phone and an e-mail address for one person. */
public sealed interface Claiming {

  /** Both belong to the person now (or did before). */
  record Claimed() implements Claiming {}

  /** Somebody else holds the phone; nothing was claimed. */
  record PhoneTaken() implements Claiming {}

  /** Somebody else holds the e-mail address; nothing was claimed. */
  record EmailTaken() implements Claiming {}
}
