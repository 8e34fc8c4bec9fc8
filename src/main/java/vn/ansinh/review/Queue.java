package vn.ansinh.review;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/**
 * The open files an officer may see: of the own office and all below. Only reads; officers without
 * {@link Permission#SEE_FILES} see an empty queue.
 */
@Service
public class Queue {

  /** A new file counts as due soon when less than this is left of the two hours. */
  static final Duration SOON = Duration.ofMinutes(30);

  private final QueueStore store;
  private final QueueSearch search;
  private final TaskStore tasks;
  private final Offices offices;
  private final Audit audit;
  private final Clock clock;

  Queue(
      QueueStore store,
      QueueSearch search,
      TaskStore tasks,
      Offices offices,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.search = search;
    this.tasks = tasks;
    this.offices = offices;
    this.audit = audit;
    this.clock = clock;
  }

  /** A search by text is audited (not what was searched for), the daily list is not. */
  @Transactional
  public QueuePage page(QueueFilter filter, Officer officer) {
    if (!officer.may(Permission.SEE_FILES)) {
      return new QueuePage(List.of(), 1, false);
    }
    if (!filter.text().isBlank()) {
      audit.record(
          "QUEUE_SEARCHED", Actor.of(officer.id()), Subject.of("office", officer.officeCode()));
    }
    var number = Math.max(1, Math.min(filter.page(), 10_000));
    var lines =
        store.page(
            filter,
            search.terms(filter.text()),
            view(officer, scope(officer, filter.officeCode())),
            QueuePage.SIZE + 1,
            (number - 1) * QueuePage.SIZE);
    var more = lines.size() > QueuePage.SIZE;
    return new QueuePage(more ? lines.subList(0, QueuePage.SIZE) : lines, number, more);
  }

  public QueueCounts counts(Officer officer) {
    if (!officer.may(Permission.SEE_FILES)) {
      return new QueueCounts(Map.of(), 0);
    }
    var codes = offices.codesUnder(officer.officeCode());
    return new QueueCounts(store.counts(view(officer, codes)), tasks.countOpen(codes));
  }

  /**
   * How many open files lie at the office itself; a number only, for whoever is about to close it.
   */
  public long openAt(String officeCode) {
    return store.countAt(officeCode);
  }

  /**
   * What the officer should do next: what is in hand, then what nobody has, the most urgent first;
   * {@code after} only if nothing else is left.
   */
  public Optional<DeclarationId> next(Officer officer, @Nullable DeclarationId after) {
    return officer.may(Permission.SEE_FILES)
        ? store.next(view(officer, offices.codesUnder(officer.officeCode())), after)
        : Optional.empty();
  }

  /** Per officer with something in hand or decided today; for who shares out the work. */
  public List<Workload> workloads(Officer head) {
    if (!head.may(Permission.SHARE_OUT)) {
      return List.of();
    }
    var midnight = VietnamTime.today(clock).atStartOfDay(VietnamTime.ZONE).toInstant();
    return store.workloads(offices.codesUnder(head.officeCode()), clock.instant(), midnight);
  }

  /** The office asked for and those below, as far as the officer may see them. */
  private Collection<String> scope(Officer officer, @Nullable String officeCode) {
    if (officeCode == null || officeCode.equals(officer.officeCode())) {
      return offices.codesUnder(officer.officeCode());
    }
    return offices.covers(officer.officeCode(), officeCode)
        ? offices.codesUnder(officeCode)
        : List.of();
  }

  private QueueStore.View view(Officer officer, Collection<String> codes) {
    var now = clock.instant();
    var endOfTomorrow =
        VietnamTime.date(now).plusDays(2).atStartOfDay(VietnamTime.ZONE).toInstant();
    return new QueueStore.View(codes, officer.id(), now, now.plus(SOON), endOfTomorrow);
  }
}
