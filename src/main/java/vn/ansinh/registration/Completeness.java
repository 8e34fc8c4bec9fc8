package vn.ansinh.registration;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How far a draft is from being a declaration.
 *
 * @param problems what stands in the way
 * @param doubts what should be looked at again, but does not stand in the way
 */
public record Completeness(List<Finding> problems, List<Finding> doubts) {

  /**
   * @param code upper case, to be phrased by the page together with the field: {@code EMPTY},
   *     {@code TOO_LONG}, {@code CONTROL_CHARACTERS}, {@code WRONG_CHARACTERS}, {@code
   *     WRONG_LENGTH}, {@code WRONG_FORMAT}, {@code NO_SPACES}, {@code DIGITS_OR_SYMBOLS}, {@code
   *     FOREIGN_LETTERS}, {@code NOT_A_DATE}, {@code IN_THE_FUTURE}, {@code TOO_YOUNG}, {@code
   *     UNKNOWN}, {@code CLOSED}, {@code ONLY_FOR_EMPLOYEES}, of photos {@code BROKEN} and {@code
   *     QUARANTINED}; as doubts {@code NO_DIACRITICS} and the names of {@link
   *     vn.ansinh.identity.Doubt}
   */
  public record Finding(Field field, String code) {}

  public Completeness {
    problems = List.copyOf(problems);
    doubts = List.copyOf(doubts);
  }

  public boolean isComplete() {
    return problems.isEmpty();
  }

  public List<Finding> problems(Step step) {
    return problems.stream().filter(it -> it.field().step() == step).toList();
  }

  public List<Finding> doubts(Step step) {
    return doubts.stream().filter(it -> it.field().step() == step).toList();
  }

  /** The steps with problems. */
  public Set<Step> steps() {
    var steps = EnumSet.noneOf(Step.class);
    problems.forEach(it -> steps.add(it.field().step()));
    return steps;
  }
}
