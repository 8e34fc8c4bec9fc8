package vn.ansinh.people;

import vn.ansinh.platform.PersonId;

/** What became of a request to add a person. */
public sealed interface Registered {

  record Added(PersonId id) implements Registered {}

  /** The social-insurance number or the personal id is somebody else's; nothing was added. */
  record NumberTaken(PersonId holder) implements Registered {}
}
