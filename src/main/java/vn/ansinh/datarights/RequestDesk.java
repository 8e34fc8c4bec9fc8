package vn.ansinh.datarights;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/**
 * The office's side of {@link Requests}: who may see files sees what waits for the own office and
 * those below, who may decide answers. Every look stands on the trail. Of two answers at once one
 * counts.
 */
@Service
public class RequestDesk {

  private final RequestStore store;
  private final Offices offices;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RequestDesk(
      RequestStore store,
      Offices offices,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.offices = offices;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** At most two hundred, what is due first in front. */
  public List<DataRequest> waiting(Officer officer) {
    return officer.may(Permission.SEE_FILES)
        ? store.waiting(offices.codesUnder(officer.officeCode()))
        : List.of();
  }

  /** Empty for one of another office, and for one that does not wait any more. */
  @Transactional
  public Optional<DataRequest> open(UUID id, Officer officer) {
    var found = locked(id, officer, Permission.SEE_FILES);
    found.ifPresent(it -> record(Deed.DATA_REQUEST_OPENED, it, officer));
    return found;
  }

  /**
   * @param granted whether the office does what was asked
   * @param answer what was done, or why not and what the person can do
   */
  @Transactional
  public Answering answer(UUID id, boolean granted, String answer, Officer officer) {
    var found = locked(id, officer, Permission.DECIDE);
    if (found.isEmpty()) {
      return Answering.NOT_FOUND;
    }
    var said = answer.strip();
    if (!Requests.isReadable(said)) {
      return Answering.UNREADABLE;
    }
    var request = found.get();
    var status = granted ? RequestStatus.GRANTED : RequestStatus.REFUSED;
    store.answer(request, status, said, officer.id(), clock.instant());
    record(granted ? Deed.DATA_REQUEST_GRANTED : Deed.DATA_REQUEST_REFUSED, request, officer);
    events.publishEvent(new DataRequestAnswered(id, request.person()));
    return Answering.DONE;
  }

  private Optional<DataRequest> locked(UUID id, Officer officer, Permission needed) {
    return officer.may(needed)
        ? store.lockWaiting(id).filter(it -> offices.covers(officer.officeCode(), it.officeCode()))
        : Optional.empty();
  }

  private void record(Deed deed, DataRequest request, Officer officer) {
    audit.record(
        deed.name(),
        Actor.of(officer.id()),
        Subject.of("data-request", request.id(), request.person()));
  }
}
