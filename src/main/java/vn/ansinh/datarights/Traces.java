package vn.ansinh.datarights;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Line;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.Approved;
import vn.ansinh.registration.Declarations;

/**
 * Who looked at somebody's records and who changed them: the trail, told to the person it is about
 * (Law 91/2025/QH15; Decree 356/2025/ND-CP). Reading it is one's own look at one's own data and
 * leaves no line.
 */
@Service
public class Traces {

  /** Lines of a page. */
  public static final int PAGE = 20;

  private static final int AT_ONCE = 500;

  /** Far more than anybody has; keeps whoever makes lines on purpose from filling the memory. */
  private static final int MOST = 5_000;

  private static final Set<String> PURPOSES = Set.of("declaration", "application", "purpose");

  private final Audit audit;
  private final Declarations declarations;

  Traces(Audit audit, Declarations declarations) {
    this.audit = audit;
    this.declarations = declarations;
  }

  /**
   * One page, the newest first.
   *
   * @param before only what is older
   */
  public Page of(PersonId person, Deed.Group group, Line.Mark before) {
    return page(person, keys(person), group, before, PAGE);
  }

  /** The newest first, five thousand at most; who needs more asks the office. */
  List<Trace> all(PersonId person, Deed.Group group) {
    var keys = keys(person);
    var all = new ArrayList<Trace>();
    var page = page(person, keys, group, Line.Mark.NEWEST, AT_ONCE);
    all.addAll(page.traces());
    while (page.more() && all.size() < MOST) {
      page = page(person, keys, group, page.traces().getLast().mark(), AT_ONCE);
      all.addAll(page.traces());
    }
    return all;
  }

  private Page page(
      PersonId person, Set<PersonId> keys, Deed.Group group, Line.Mark before, int size) {
    var lines = audit.about(keys, group.actions(), before, size + 1);
    return new Page(
        lines.stream().limit(size).map(it -> trace(it, person)).toList(), lines.size() > size);
  }

  private Set<PersonId> keys(PersonId person) {
    return Stream.concat(
            Stream.of(person), declarations.approvedOf(person).stream().map(Approved::key))
        .collect(Collectors.toSet());
  }

  private static Trace trace(Line line, PersonId person) {
    return new Trace(
        line.happenedAt(),
        Deed.valueOf(line.action()),
        who(line, person),
        purpose(line),
        line.officeCode(),
        line.roles(),
        line.mark());
  }

  private static Trace.Who who(Line line, PersonId person) {
    return switch (line.actor().kind()) {
      case OFFICER -> Trace.Who.OFFICER;
      case VISITOR -> Trace.Who.VISITOR;
      case SYSTEM ->
          line.action().equals(Deed.PERSON_FOUND_BY_OPERATOR.name())
              ? Trace.Who.OPERATOR
              : Trace.Who.SYSTEM;
      case PERSON ->
          Stream.of(person, line.subject().person())
                  .anyMatch(it -> it != null && it.value().equals(line.actor().id()))
              ? Trace.Who.YOURSELF
              : Trace.Who.ANOTHER_PERSON;
    };
  }

  /** A look at the register says what for: by the record it served, or by name. */
  private static String purpose(Line line) {
    return line.action().equals(Deed.PERSON_SEEN.name())
        ? PURPOSES.stream().filter(line.details()::containsKey).findFirst().orElse("")
        : "";
  }

  /**
   * @param more whether there is anything older
   */
  public record Page(List<Trace> traces, boolean more) {

    public Page {
      traces = List.copyOf(traces);
    }
  }
}
