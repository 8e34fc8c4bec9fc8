package vn.ansinh.guardianship;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/** What waits before officers: the files of their office and those below, the oldest first. */
@Service
public class ChildQueue {

  /** Applications of a page. */
  public static final int PAGE = 50;

  private final ApplicationStore store;
  private final Offices offices;
  private final GuardianshipSettings settings;

  ChildQueue(ApplicationStore store, Offices offices, GuardianshipSettings settings) {
    this.store = store;
    this.offices = offices;
    this.settings = settings;
  }

  /**
   * One that waits.
   *
   * @param ofGuardian how many of the same guardian's wait altogether, this one included: somebody
   *     may be filling the queue
   */
  public record Waiting(ChildApplication application, int ofGuardian) {}

  /**
   * One more than a page where there are further ones.
   *
   * @param after the last of the page before; absent for the first page
   */
  @Transactional(readOnly = true)
  public List<Waiting> of(Officer officer, @Nullable ApplicationId after) {
    if (!officer.may(Permission.SEE_FILES)) {
      return List.of();
    }
    var last = after == null ? null : store.find(after).orElse(null);
    var found = store.waiting(offices.codesUnder(officer.officeCode()), last, PAGE + 1);
    var several = store.waitingOf(found.stream().map(ChildApplication::guardian).toList());
    return found.stream()
        .map(it -> new Waiting(it, several.getOrDefault(it.guardian(), 1)))
        .toList();
  }

  /** Within how many working days the agency says it answers; the operator's own promise. */
  public int promisedWorkingDays() {
    return settings.decisionWorkingDays();
  }
}
