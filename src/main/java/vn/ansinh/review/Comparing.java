package vn.ansinh.review;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.Declaration;

/** Whom of the register a file belongs to, and how it compares with that and with cards. */
@Component
class Comparing {

  private final MatchStore matches;
  private final People people;

  Comparing(MatchStore matches, People people) {
    this.matches = matches;
    this.people = people;
  }

  /** As an officer chose, else as found on submission. */
  Optional<PersonId> matched(Declaration file) {
    return file.status().isOpen()
        ? matches.chosen(file).or(() -> Optional.ofNullable(file.matched()))
        : Optional.ofNullable(file.matched());
  }

  Optional<Person> registered(Declaration file) {
    return matched(file).flatMap(people::find);
  }

  /** Empty once the facts are erased. */
  Optional<Comparison> compare(Declaration file, Optional<Person> registered) {
    return Optional.ofNullable(file.facts())
        .map(it -> Comparison.of(it, Evidence.of(it.codes()), registered.orElse(null)));
  }
}
