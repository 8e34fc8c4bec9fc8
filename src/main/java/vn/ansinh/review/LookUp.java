package vn.ansinh.review;

import java.time.Instant;
import java.util.List;
import vn.ansinh.people.Person;

/** What a search in the register came to. */
public sealed interface LookUp {

  /** Exact matches, mostly one; none also for who may not search for this file. */
  record Found(List<Person> persons) implements LookUp {}

  /** The officer has searched as often as one may; nothing was looked at. */
  record TooMany(Instant until) implements LookUp {}
}
