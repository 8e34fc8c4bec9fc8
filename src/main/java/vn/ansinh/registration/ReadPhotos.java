package vn.ansinh.registration;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ansinh.files.PaperRead;

/**
 * Photos are read in the background, usually before a declaration is submitted and sometimes after:
 * then those who compare it have to look again.
 */
@Component
class ReadPhotos {

  private final DraftStore drafts;
  private final DeclarationStore declarations;
  private final ApplicationEventPublisher events;

  ReadPhotos(DraftStore drafts, DeclarationStore declarations, ApplicationEventPublisher events) {
    this.drafts = drafts;
    this.declarations = declarations;
    this.events = events;
  }

  /** Behind a submission under way, which has either seen the reading or is seen here. */
  @EventListener
  void on(PaperRead event) {
    drafts
        .lock(new DraftId(event.holder()))
        .map(StoredDraft::submittedAs)
        .flatMap(declarations::lock)
        .filter(it -> it.photos().ids().contains(event.id()))
        .ifPresent(it -> events.publishEvent(new DeclarationPhotosRead(it.id(), it.person())));
  }
}
