package vn.ansinh.guardianship;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;

/** Ends a link once, whoever comes first, with everything that came through it. */
@Component
class LinkEnds {

  private final LinkStore links;
  private final Accounts accounts;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  LinkEnds(
      LinkStore links,
      Accounts accounts,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.links = links;
    this.accounts = accounts;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * False when it was ended before.
   *
   * @param by the officer or person; absent where the day did
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean end(Link link, LinkEnd reason, @Nullable UUID by, Actor actor) {
    if (!links.end(link, reason, by, clock.instant())) {
      return false;
    }
    audit.record(
        "GUARDIANSHIP_ENDED",
        actor,
        Subject.of("guardianship", link.id().value(), link.person()),
        Map.of("reason", reason.name(), "guardian", link.guardian().value().toString()));
    if (link.kind() == LinkKind.GUARDIAN) {
      accounts.endLending(link.person(), link.guardian(), actor);
    }
    events.publishEvent(new GuardianshipEnded(link.id(), link.person(), link.guardian(), reason));
    return true;
  }
}
