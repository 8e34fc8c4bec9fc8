package vn.ansinh.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Taking;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityDocuments;
import vn.ansinh.identity.NameCheck;
import vn.ansinh.identity.NumberCheck;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.Secrets;
import vn.ansinh.registration.Completeness.Finding;

/**
 * Finds one's own number by full name, birth date and the number of a paper: exact matches only.
 * The answer, the work and what is written are the same whether somebody was found or nobody; found
 * numbers stay on the server, and the draft offers them masked ({@link Draft#candidates}). Where
 * nobody was found it offers a mask nobody has; only submitting, behind a code and under a budget,
 * tells that ({@link Submission.NumberNotFound}).
 */
@Service
public class NumberSearch {

  /** What came of a look-up. */
  public sealed interface Search {

    /** Done; the draft knows what was found, if anything. */
    record Searched() implements Search {}

    /** What was typed cannot be looked up. */
    record Invalid(List<Finding> problems) implements Search {}

    /** Too many look-ups from here. */
    record BudgetSpent(Instant retryFrom) implements Search {}
  }

  private static final Duration HOUR = Duration.ofHours(1);

  private final DraftStore store;
  private final People people;
  private final Decoys decoys;
  private final Budgets budgets;
  private final RegistrationSettings settings;
  private final Audit audit;
  private final TransactionTemplate transaction;

  NumberSearch(
      DraftStore store,
      People people,
      Decoys decoys,
      Budgets budgets,
      RegistrationSettings settings,
      Audit audit,
      TransactionTemplate transaction) {
    this.store = store;
    this.people = people;
    this.decoys = decoys;
    this.budgets = budgets;
    this.settings = settings;
    this.audit = audit;
    this.transaction = transaction;
  }

  /**
   * Looks up what the draft's search fields say.
   *
   * @param network the caller's network address, for the budget only
   */
  public Search search(DraftId id, String network) {
    var content =
        store.find(id).orElseThrow(() -> new RegistrationException("the draft is gone")).content();
    var problems = problems(content);
    if (!problems.isEmpty()) {
      return new Search.Invalid(problems);
    }
    var spent = spentUntil(id, network);
    if (spent.isPresent()) {
      return new Search.BudgetSpent(spent.get());
    }
    var name = content.typed(Field.SEARCH_NAME);
    var born = BirthDate.parse(content.typed(Field.SEARCH_BIRTH_DATE)).orElseThrow();
    var paper = paperNumber(content).orElseThrow();
    keep(id, people.matching(name, born, paper), decoys.of(name, born, paper));
    return new Search.Searched();
  }

  /** A look at the register stands on the trail like any other, with whom it found. */
  private void keep(DraftId id, List<Person> people, String decoy) {
    var found =
        people.isEmpty()
            ? List.of(new StoredDraft.Found(Secrets.token(16), "", decoy))
            : people.stream()
                .map(it -> new StoredDraft.Found(Secrets.token(16), it.number(), null))
                .toList();
    var person = people.isEmpty() ? null : people.getFirst().id();
    transaction.executeWithoutResult(
        _ -> {
          store.saveFound(id, found);
          audit.record(
              "NUMBER_SEARCHED",
              Actor.VISITOR,
              new Subject("draft", id.value().toString(), person),
              Map.of("found", Integer.toString(people.size())));
        });
  }

  private static List<Finding> problems(DraftContent content) {
    var problems = new ArrayList<Finding>();
    if (PersonNames.check(content.typed(Field.SEARCH_NAME))
        instanceof NameCheck.Invalid(var problem)) {
      problems.add(new Finding(Field.SEARCH_NAME, problem.name()));
    }
    var date = content.typed(Field.SEARCH_BIRTH_DATE);
    if (BirthDate.parse(date).isEmpty()) {
      problems.add(new Finding(Field.SEARCH_BIRTH_DATE, date.isBlank() ? "EMPTY" : "NOT_A_DATE"));
    }
    if (paperNumber(content).isEmpty()) {
      boolean blank = content.typed(Field.SEARCH_PAPER_NUMBER).isBlank();
      problems.add(new Finding(Field.SEARCH_PAPER_NUMBER, blank ? "EMPTY" : "WRONG_FORMAT"));
    }
    return problems;
  }

  /** Of any kind of paper: the person need not say which. */
  private static Optional<String> paperNumber(DraftContent content) {
    var typed = content.typed(Field.SEARCH_PAPER_NUMBER);
    return Stream.of(PaperKind.values())
        .map(it -> IdentityDocuments.check(it, typed))
        .<String>mapMulti(
            (it, out) -> {
              if (it instanceof NumberCheck.Valid(var number)) {
                out.accept(number);
              }
            })
        .findFirst();
  }

  /** The narrow budget first, as {@link Budgets} asks. */
  private Optional<Instant> spentUntil(DraftId id, String network) {
    var device = Budget.of("lookup.device", settings.lookUpsPerDraft(), HOUR);
    var around = Budget.of("lookup.network", settings.lookUpsPerNetwork(), HOUR);
    var all = Budget.shared("lookup.all", settings.lookUpsInTotal(), HOUR);
    return spent(budgets.take(device, id.value().toString()))
        .or(() -> spent(budgets.take(around, network)))
        .or(() -> spent(budgets.take(all, "all")));
  }

  private static Optional<Instant> spent(Taking taking) {
    return taking instanceof Taking.Spent(var until) ? Optional.of(until) : Optional.empty();
  }
}
