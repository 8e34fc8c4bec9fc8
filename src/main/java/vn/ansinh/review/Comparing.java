package vn.ansinh.review;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.ansinh.files.PaperReadings;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclaredFacts;

/** Whom of the register a file belongs to, and how it compares with that and with cards. */
@Component
class Comparing {

  private final MatchStore matches;
  private final People people;
  private final PaperReadings readings;

  Comparing(MatchStore matches, People people, PaperReadings readings) {
    this.matches = matches;
    this.people = people;
    this.readings = readings;
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
        .map(it -> Comparison.of(it, evidence(file, it), registered.orElse(null)));
  }

  /** Empty once the facts are erased. */
  Optional<Evidence> evidence(Declaration file) {
    return Optional.ofNullable(file.facts()).map(it -> evidence(file, it));
  }

  private Evidence evidence(Declaration file, DeclaredFacts facts) {
    var photos = file.photos();
    var read = readings.of(photos.ids());
    return Evidence.of(
        facts.codes(),
        Stream.of(photos.paperFront(), photos.paperBack())
            .flatMap(it -> Stream.ofNullable(it == null ? null : read.get(it)))
            .toList());
  }
}
