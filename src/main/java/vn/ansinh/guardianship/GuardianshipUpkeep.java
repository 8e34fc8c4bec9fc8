package vn.ansinh.guardianship;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.guardianship.AccessRules.Party;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.people.People;
import vn.ansinh.platform.VietnamTime;

/**
 * Writes down what has ended by itself, invites children of fifteen to take over, and erases what
 * was left lying. Nobody's access waits for it. Any number of nodes share the work out.
 */
@Component
class GuardianshipUpkeep {

  private static final int BATCH = 50;

  private final LinkStore links;
  private final LinkEnds ends;
  private final OfferStore offers;
  private final ApplicationStore applications;
  private final ChildApplications erasing;
  private final UnreachedGuardians unreached;
  private final People people;
  private final GuardianshipSettings settings;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Clock clock;

  GuardianshipUpkeep(
      LinkStore links,
      LinkEnds ends,
      OfferStore offers,
      ApplicationStore applications,
      ChildApplications erasing,
      UnreachedGuardians unreached,
      People people,
      GuardianshipSettings settings,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Audit audit,
      Clock clock) {
    this.links = links;
    this.ends = ends;
    this.offers = offers;
    this.applications = applications;
    this.erasing = erasing;
    this.unreached = unreached;
    this.people = people;
    this.settings = settings;
    this.events = events;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  /** At hours when a message may wake nobody. */
  @Scheduled(cron = "0 3/10 8-19 * * *", zone = "Asia/Ho_Chi_Minh")
  void look() {
    if (settings.upkeep()) {
      run();
    }
  }

  /** Everything due now. */
  void run() {
    while (batch() == BATCH) {}
    while (eraseBatch() == BATCH) {}
    while (forgetBatch() == BATCH) {}
    transaction.executeWithoutResult(_ -> offers.deleteExpired(clock.instant()));
  }

  private int batch() {
    return transaction.execute(
        _ -> {
          var due = links.takeDue(VietnamTime.today(clock), BATCH);
          due.forEach(this::lookAt);
          return due.size();
        });
  }

  private void lookAt(Link link) {
    var today = VietnamTime.today(clock);
    var person = people.find(link.person()).orElseThrow();
    var guardian = people.find(link.guardian()).orElseThrow();
    var ending = AccessRules.ending(link, Party.of(person), Party.of(guardian), today);
    if (ending != null) {
      ends.end(link, ending, null, Actor.SYSTEM);
      return;
    }
    boolean invites =
        link.kind() == LinkKind.GUARDIAN
            && !Ages.isCertainlyUnder(person.birthDate(), Ages.OWN_ACCOUNT, today);
    if (invites && links.invite(link, clock.instant())) {
      audit.record(
          "CHILD_INVITED",
          Actor.SYSTEM,
          Subject.of("guardianship", link.id().value(), link.person()));
      events.publishEvent(new ChildInvited(link.id(), link.person(), link.guardian()));
    }
    links.lookAgain(link, next(link, person.birthDate(), today));
  }

  /** The next day on which something may change, or the register is asked anyhow. */
  private LocalDate next(Link link, BirthDate born, LocalDate today) {
    var asked = today.plus(settings.registerAskedEvery());
    var lastDay = link.lastDay();
    var days =
        lastDay != null
            ? Stream.of(asked, lastDay.plusDays(1))
            : Stream.of(
                asked, Ages.earliest(born, Ages.OWN_ACCOUNT), Ages.earliest(born, Ages.GROWN_UP));
    return Collections.min(days.filter(it -> it.isAfter(today)).toList());
  }

  private int forgetBatch() {
    var before = clock.instant().minus(settings.reachedKeptFor());
    return transaction.execute(_ -> unreached.forgetDone(before, BATCH));
  }

  private int eraseBatch() {
    return transaction.execute(
        _ -> {
          var outlived = applications.takeOutlived(clock.instant(), BATCH);
          outlived.forEach(
              it -> {
                erasing.erase(it);
                audit.record(
                    "CHILD_APPLICATION_ERASED",
                    Actor.SYSTEM,
                    Subject.of("child-application", it.id().value(), it.guardian()));
              });
          return outlived.size();
        });
  }
}
