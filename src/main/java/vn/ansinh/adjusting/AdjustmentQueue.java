package vn.ansinh.adjusting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.registration.DeclarationCode;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/** Requests of an officer's office and those below, by what has become of them. */
@Service
public class AdjustmentQueue {

  /** Requests of a page. */
  public static final int PAGE = 50;

  /** What can be looked through. */
  public static final List<AdjustmentStatus> STATES =
      List.of(
          AdjustmentStatus.SUBMITTED,
          AdjustmentStatus.RETURNED,
          AdjustmentStatus.APPROVED,
          AdjustmentStatus.DONE,
          AdjustmentStatus.REJECTED);

  private final AdjustmentQueueStore store;
  private final AdjustmentDeskStore desk;
  private final Offices offices;

  AdjustmentQueue(AdjustmentQueueStore store, AdjustmentDeskStore desk, Offices offices) {
    this.store = store;
    this.desk = desk;
    this.offices = offices;
  }

  /**
   * What is promised first in front; of those that are over the latest. One more than a page where
   * there are further ones.
   *
   * @param state one of {@link #STATES}
   * @param after the last of the page before; absent for the first page
   */
  @Transactional(readOnly = true)
  public List<Adjustment> of(Officer officer, AdjustmentStatus state, @Nullable UUID after) {
    if (!officer.may(Permission.SEE_FILES) || !STATES.contains(state)) {
      return List.of();
    }
    var last =
        Optional.ofNullable(after).flatMap(desk::find).filter(it -> it.decisionDue() != null);
    var codes = offices.codesUnder(officer.officeCode());
    return state.isOpen()
        ? store.earliest(codes, state, last, PAGE + 1)
        : store.latest(codes, state, last, PAGE + 1);
  }

  /** How many there are; those that are over are not counted. */
  @Transactional(readOnly = true)
  public Map<AdjustmentStatus, Long> counts(Officer officer) {
    return officer.may(Permission.SEE_FILES)
        ? store.counts(offices.codesUnder(officer.officeCode()))
        : Map.of();
  }

  /** The request with a code as typed; empty where it is another office's. */
  @Transactional(readOnly = true)
  public Optional<UUID> byCode(String typed, Officer officer) {
    return DeclarationCode.parse(typed)
        .flatMap(store::byCode)
        .filter(it -> covers(officer, it.officeCode()))
        .map(Adjustment::id);
  }

  private boolean covers(Officer officer, @Nullable String office) {
    return office != null
        && officer.may(Permission.SEE_FILES)
        && offices.covers(officer.officeCode(), office);
  }
}
