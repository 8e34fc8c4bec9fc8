package vn.ansinh.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.Declaration;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/**
 * How long files take: from an officer's first look at a file to their decision, as their own lines
 * on the audit trail tell. A pause of more than five minutes between two of them is not work on the
 * file and counts for nothing; a decision with nothing but such pauses behind it is not measured.
 */
@Service
public class WorkingTimes {

  /** Longer than reading any file takes without touching it. */
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private static final int LONGEST_PERIOD_DAYS = 366;

  private final WorkingTimeStore store;
  private final DecisionStore decisions;
  private final Offices offices;
  private final Audit audit;
  private final Clock clock;

  WorkingTimes(
      WorkingTimeStore store, DecisionStore decisions, Offices offices, Audit audit, Clock clock) {
    this.store = store;
    this.decisions = decisions;
    this.offices = offices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Of the head's office and those below, over Vietnamese days; looking is audited, since it is
   * about people. Empty for who does not share out the work.
   *
   * @param from first day
   * @param until last day; the period is cut to a year
   * @param only one officer's; all if absent
   */
  @Transactional
  public List<WorkingTime> of(
      LocalDate from, LocalDate until, @Nullable OfficerId only, Officer head) {
    if (!head.may(Permission.SHARE_OUT)) {
      return List.of();
    }
    audit.record(
        "WORKING_TIMES_SEEN", Actor.of(head.id()), Subject.of("office", head.officeCode()));
    var first =
        from.isBefore(until.minusDays(LONGEST_PERIOD_DAYS))
            ? until.minusDays(LONGEST_PERIOD_DAYS)
            : from;
    return store.between(
        offices.codesUnder(head.officeCode()), start(first), start(until.plusDays(1)), only);
  }

  /** Empty where it cannot be measured. */
  Optional<Duration> spent(Declaration file, Officer officer, Instant decided) {
    var moments =
        audit.moments(
            Actor.of(officer.id()),
            Subject.of("declaration", file.id().value()),
            decisions.lastDecided(file.id()).orElse(Instant.EPOCH));
    return between(moments, decided);
  }

  /**
   * @param moments of looks and deeds, in order
   */
  static Optional<Duration> between(List<Instant> moments, Instant decided) {
    var worked = Duration.ZERO;
    boolean measured = false;
    for (int i = 0; i < moments.size(); i++) {
      var next = i + 1 < moments.size() ? moments.get(i + 1) : decided;
      var pause = Duration.between(moments.get(i), next);
      if (pause.compareTo(LONGEST_PAUSE) <= 0 && !pause.isNegative()) {
        worked = worked.plus(pause);
        measured = true;
      }
    }
    return measured ? Optional.of(worked) : Optional.empty();
  }

  /** Today as the page's default end. */
  public LocalDate today() {
    return VietnamTime.today(clock);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(VietnamTime.ZONE).toInstant();
  }
}
