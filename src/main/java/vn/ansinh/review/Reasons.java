package vn.ansinh.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.SearchText;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.review.ReasonChange.Field;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/**
 * The reasons officers choose from. Words are effective-dated: a notice is written in the words of
 * its day, and a change today leaves what was said yesterday as it was.
 */
@Service
public class Reasons {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{2,39}");
  private static final int LONGEST = 500;

  private final ReasonStore store;
  private final Audit audit;
  private final Clock clock;

  Reasons(ReasonStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** By kind and code. */
  public List<Reason> on(LocalDate date) {
    return store.on(date);
  }

  public List<Reason> today(ReasonKind kind) {
    return on(todaysDate()).stream().filter(it -> it.kind() == kind).toList();
  }

  public Optional<Reason> find(String code, LocalDate date) {
    return store.find(code, date);
  }

  /** From today on. A code is given once, so that old files keep their meaning. */
  @Transactional
  public ReasonChange add(
      String code, ReasonKind kind, Reason.Words vietnamese, Reason.Words english, Officer by) {
    var problems = problems(vietnamese, english);
    if (!CODE.matcher(code).matches()) {
      problems.add(Field.CODE);
    }
    if (!by.may(Permission.ADMINISTER)) {
      return new ReasonChange.NotAllowed();
    }
    if (!problems.isEmpty()) {
      return new ReasonChange.Invalid(problems);
    }
    var added =
        !store.everUsed(code)
            && store.insert(
                new Reason(code, kind, written(vietnamese), written(english), todaysDate(), null));
    if (!added) {
      return new ReasonChange.CodeTaken();
    }
    record("REASON_ADDED", code, by);
    return new ReasonChange.Done();
  }

  /** Other words from today on; code and kind stay. */
  @Transactional
  public ReasonChange reword(
      String code, Reason.Words vietnamese, Reason.Words english, Officer by) {
    var today = todaysDate();
    var present = store.find(code, today);
    if (!by.may(Permission.ADMINISTER)) {
      return new ReasonChange.NotAllowed();
    }
    if (present.isEmpty()) {
      return new ReasonChange.Unknown();
    }
    var problems = problems(vietnamese, english);
    if (!problems.isEmpty()) {
      return new ReasonChange.Invalid(problems);
    }
    endBefore(today, present.get());
    store.insert(
        new Reason(code, present.get().kind(), written(vietnamese), written(english), today, null));
    record("REASON_REWORDED", code, by);
    return new ReasonChange.Done();
  }

  /** Not offered any more; files decided before keep it. */
  @Transactional
  public ReasonChange retire(String code, Officer by) {
    var today = todaysDate();
    var present = store.find(code, today);
    if (!by.may(Permission.ADMINISTER)) {
      return new ReasonChange.NotAllowed();
    }
    if (present.isEmpty()) {
      return new ReasonChange.Unknown();
    }
    store.end(code, present.get().validFrom(), today);
    record("REASON_RETIRED", code, by);
    return new ReasonChange.Done();
  }

  private void endBefore(LocalDate today, Reason present) {
    if (present.validFrom().equals(today)) {
      store.remove(present.code(), today);
    } else {
      store.end(present.code(), present.validFrom(), today.minusDays(1));
    }
  }

  private void record(String action, String code, Officer by) {
    audit.record(action, Actor.of(by.id()), Subject.of("reason", code));
  }

  private LocalDate todaysDate() {
    return VietnamTime.today(clock);
  }

  private static Reason.Words written(Reason.Words typed) {
    return new Reason.Words(SearchText.written(typed.wrong()), SearchText.written(typed.toDo()));
  }

  private static EnumSet<Field> problems(Reason.Words vietnamese, Reason.Words english) {
    var problems = EnumSet.noneOf(Field.class);
    check(vietnamese.wrong(), Field.WRONG_VI, problems);
    check(vietnamese.toDo(), Field.TO_DO_VI, problems);
    check(english.wrong(), Field.WRONG_EN, problems);
    check(english.toDo(), Field.TO_DO_EN, problems);
    return problems;
  }

  private static void check(String text, Field field, EnumSet<Field> problems) {
    var written = SearchText.written(text);
    if (written.isEmpty()
        || written.length() > LONGEST
        || written.chars().anyMatch(Character::isISOControl)) {
      problems.add(field);
    }
  }
}
