package vn.ansinh.registration;

import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.files.FileId;
import vn.ansinh.files.PictureRefused;
import vn.ansinh.registration.DeclarationEvent.Deed;
import vn.ansinh.registration.Lifecycle.Act;

/**
 * A photo that proves broken only after its declaration was submitted: the declaration goes back to
 * the applicant for a new photo, with everything else kept. While it is still a draft nothing
 * happens here, as the draft itself says so and cannot be submitted.
 */
@Component
class RefusedPhotos {

  static final String REASON = "PHOTO_BROKEN";

  /** Somebody asked to come brings the papers along; what is decided stays decided. */
  private static final Set<DeclarationStatus> RETURNED_FROM =
      Set.of(
          DeclarationStatus.SUBMITTED,
          DeclarationStatus.IN_REVIEW,
          DeclarationStatus.AWAITING_PAPER);

  private final DraftStore drafts;
  private final DeclarationStore declarations;
  private final Lifecycle lifecycle;
  private final Promises promises;
  private final ApplicationEventPublisher events;

  RefusedPhotos(
      DraftStore drafts,
      DeclarationStore declarations,
      Lifecycle lifecycle,
      Promises promises,
      ApplicationEventPublisher events) {
    this.drafts = drafts;
    this.declarations = declarations;
    this.lifecycle = lifecycle;
    this.promises = promises;
    this.events = events;
  }

  /** Behind a submission under way, which has either seen the refusal or is seen here. */
  @EventListener
  void on(PictureRefused event) {
    drafts
        .lock(new DraftId(event.holder()))
        .map(StoredDraft::submittedAs)
        .flatMap(declarations::lock)
        .ifPresent(it -> sendBack(it, event.id()));
  }

  private void sendBack(Declaration before, FileId photo) {
    if (!before.photos().ids().contains(photo) || !RETURNED_FROM.contains(before.status())) {
      return;
    }
    var after = before.as(DeclarationStatus.RETURNED, promises.applicantsTurn(before.clock()));
    var act = Act.because(Deed.RETURNED, Actor.SYSTEM, List.of(REASON), null);
    if (lifecycle.move(before, after, act)) {
      events.publishEvent(new DeclarationReturned(before.id(), before.person()));
    }
  }
}
