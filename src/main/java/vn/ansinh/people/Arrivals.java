package vn.ansinh.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.identity.PersonNames.Likeness;
import vn.ansinh.people.Arrival.Outcome;
import vn.ansinh.people.Arrival.Reason;
import vn.ansinh.people.Arrival.Refused;

/**
 * People by the thousand. New ones are added; known ones (by either number) are brought up to date,
 * every change kept; a row that says nothing new changes nothing. An empty field of a row never
 * erases what the register knows, and a birth date known to the day is not made vaguer.
 */
@Service
public class Arrivals {

  private final ArrivalStore store;
  private final PersonStore persons;
  private final SealedPeople seal;

  Arrivals(ArrivalStore store, PersonStore persons, SealedPeople seal) {
    this.store = store;
    this.persons = persons;
    this.seal = seal;
  }

  /**
   * Joins the caller's transaction; roll it back to take nothing. A few thousand rows at a time.
   *
   * @throws NumbersTakenMeanwhile when somebody else added or changed one of these people at the
   *     same moment: roll back and call again
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome take(List<Arrival> chunk, Actor by) {
    store.waitForOtherImports();
    var hashes = new NumberHashes(seal);
    var sorting = sort(chunk, hashes);
    var known =
        persons.withIds(sorting.known.keySet()).stream()
            .collect(Collectors.toMap(it -> it.id().value(), Function.identity()));
    var corrections = new ArrayList<Correction>();
    sorting.known.forEach(
        (holder, arrival) -> {
          var person = Objects.requireNonNull(known.get(holder));
          if (isSomebodyElse(person, arrival.person())) {
            sorting.refused.add(new Refused(arrival.line(), Reason.NUMBER_OF_SOMEBODY_ELSE));
          } else {
            Correction.of(person, arrival.person()).ifPresent(corrections::add);
          }
        });
    store.add(sorting.fresh, hashes);
    store.correct(corrections, by);
    int unchanged =
        chunk.size() - sorting.fresh.size() - corrections.size() - sorting.refused.size();
    return new Outcome(sorting.fresh.size(), corrections.size(), unchanged, sorting.refused);
  }

  private Sorting sort(List<Arrival> chunk, NumberHashes hashes) {
    var byNumber = store.holdersOfNumbers(numbers(chunk, NewPerson::socialInsuranceNumber), hashes);
    var byPersonalId = store.holdersOfPersonalIds(numbers(chunk, NewPerson::personalId), hashes);
    var sorting = new Sorting();
    for (var arrival : chunk) {
      sorting.put(
          arrival,
          holder(byNumber, arrival.person().socialInsuranceNumber()),
          holder(byPersonalId, arrival.person().personalId()));
    }
    return sorting;
  }

  private static boolean isSomebodyElse(Person person, NewPerson arriving) {
    return !person.birthDate().agreesWith(arriving.birthDate())
        && PersonNames.compare(person.fullName(), arriving.fullName()) == Likeness.DIFFERENT;
  }

  private static List<String> numbers(
      List<Arrival> chunk, Function<NewPerson, @Nullable String> number) {
    return chunk.stream()
        .flatMap(it -> Optional.ofNullable(number.apply(it.person())).stream())
        .toList();
  }

  private static @Nullable UUID holder(Map<String, UUID> holders, @Nullable String number) {
    return number == null ? null : holders.get(number);
  }

  /** A chunk divided into new people, known people and rows that can be neither. */
  private static final class Sorting {
    final List<NewPerson> fresh = new ArrayList<>();
    final Map<UUID, Arrival> known = new HashMap<>();
    final List<Refused> refused = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();

    void put(Arrival arrival, @Nullable UUID ofNumber, @Nullable UUID ofPersonalId) {
      var person = arrival.person();
      boolean first = isFirst(person.socialInsuranceNumber()) & isFirst(person.personalId());
      var holder = ofNumber != null ? ofNumber : ofPersonalId;
      if (!first) {
        refused.add(new Refused(arrival.line(), Reason.NUMBER_TWICE));
      } else if (holder == null) {
        fresh.add(person);
      } else if (ofPersonalId != null && !holder.equals(ofPersonalId)) {
        refused.add(new Refused(arrival.line(), Reason.NUMBERS_OF_TWO_PEOPLE));
      } else if (known.putIfAbsent(holder, arrival) != null) {
        refused.add(new Refused(arrival.line(), Reason.PERSON_TWICE));
      }
    }

    private boolean isFirst(@Nullable String number) {
      return number == null || numbers.add(number);
    }
  }
}
