package vn.ansinh.people;

/** What became of a revision. */
public sealed interface Revised {

  record Done() implements Revised {}

  /** The personal id is somebody else's; nothing was changed. */
  record NumberTaken() implements Revised {}

  /** The register says something else than the caller has seen; nothing was changed. */
  record Changed() implements Revised {}

  /** The register knows nobody living by this id; nothing was changed. */
  record NotActive() implements Revised {}
}
