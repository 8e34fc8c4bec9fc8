package vn.ansinh.guardianship;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.AccountClosings;
import vn.ansinh.accounts.AccountFrozen;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Device;
import vn.ansinh.accounts.LostContactsReplaced;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.accounts.Reauthentication;
import vn.ansinh.accounts.Taking;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.people.People;
import vn.ansinh.people.PersonStatus;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;
import vn.ansinh.platform.VietnamTime;

/**
 * An adult lets another adult look at or act for them, as far and as long as they say. The carer
 * takes it up with a code handed over by word or paper, so that nobody finds out by trying names
 * who has an account. Taking it back takes effect at once.
 */
@Service
public class Authorisations {

  private static final String PURPOSE = "guardianship.offer";
  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
  private static final int GROUP = 4;
  private static final int MOST_OFFERS = 5;

  private final OfferStore offers;
  private final LinkStore links;
  private final LinkEnds ends;
  private final Reauthentication password;
  private final AccountClosings closings;
  private final People people;
  private final Budgets budgets;
  private final Secrets secrets;
  private final GuardianshipSettings settings;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  Authorisations(
      OfferStore offers,
      LinkStore links,
      LinkEnds ends,
      Reauthentication password,
      AccountClosings closings,
      People people,
      Budgets budgets,
      Secrets secrets,
      GuardianshipSettings settings,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.offers = offers;
    this.links = links;
    this.ends = ends;
    this.password = password;
    this.closings = closings;
    this.people = people;
    this.budgets = budgets;
    this.secrets = secrets;
    this.settings = settings;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** The last day an authorisation given today may have. */
  public LocalDate latestLastDay() {
    return today().plus(settings.longestAuthorisation());
  }

  /**
   * The code for the carer, for the password once more; shown once and kept nowhere. Empty when the
   * person is not grown up, has too many waiting, or the day is past or too far. Made under the
   * lock on the account, so that none is left of an account that is frozen or closed meanwhile.
   */
  public Reauthenticated<Optional<String>> offer(
      CitizenSession session, String inUse, Device device, Right scope, LocalDate lastDay) {
    return password.with(session, inUse, device, () -> offer(session.person(), scope, lastDay));
  }

  /** The caller holds the account. */
  @Transactional
  Optional<String> offer(PersonId person, Right scope, LocalDate lastDay) {
    if (!isGrownUp(person)
        || lastDay.isBefore(today())
        || lastDay.isAfter(latestLastDay())
        || offers.count(person) >= MOST_OFFERS) {
      return Optional.empty();
    }
    var code =
        Secrets.random(ALPHABET, GROUP)
            + "-"
            + Secrets.random(ALPHABET, GROUP)
            + "-"
            + Secrets.random(ALPHABET, GROUP);
    var now = clock.instant();
    offers.insert(
        hash(code),
        new OfferStore.Offer(person, scope, lastDay),
        now,
        now.plus(settings.offersKeptFor()));
    audit.record(
        "AUTHORISATION_OFFERED",
        Actor.of(person),
        Subject.of(person),
        Map.of("scope", scope.name(), "lastDay", lastDay.toString()));
    return Optional.of(code);
  }

  /** How many codes wait to be taken up. */
  @Transactional(readOnly = true)
  public int waiting(PersonId person) {
    return offers.count(person);
  }

  /** The codes handed out so far are worthless. */
  @Transactional
  public void takeBackOffers(PersonId person) {
    if (offers.deleteOf(person) > 0) {
      audit.record("AUTHORISATION_OFFERS_TAKEN_BACK", Actor.of(person), Subject.of(person));
    }
  }

  @EventListener
  void on(AccountFrozen event) {
    endAll(event.person());
  }

  @EventListener
  void on(LostContactsReplaced event) {
    endAll(event.person());
  }

  /**
   * Codes somebody else may have made in the owner's name are worthless, and nobody looks on with
   * one that was taken up.
   */
  private void endAll(PersonId person) {
    takeBackOffers(person);
    links.ofPerson(person).stream()
        .filter(it -> it.kind() == LinkKind.CARER && it.endedAt() == null)
        .forEach(it -> ends.end(it, LinkEnd.REVOKED, person.value(), Actor.of(person)));
  }

  /**
   * False for every code that is not good, whatever the reason. Both accounts are held, so that
   * nothing is taken up by or from one that is frozen or closed at the same moment.
   */
  @Transactional
  public boolean accept(PersonId carer, String typed) {
    if (!isGrownUp(carer)
        || budgets.take(settings.offersTried(), carer.value().toString()) instanceof Taking.Spent
        || !areHeld(offers.giver(hash(typed)), carer)) {
      return false;
    }
    var offer = offers.take(hash(typed), carer, clock.instant());
    var now = clock.instant();
    return offer
        .map(
            it ->
                new Link(
                    LinkId.next(),
                    it.person(),
                    carer,
                    LinkKind.CARER,
                    null,
                    it.scope(),
                    now,
                    it.lastDay(),
                    null,
                    null,
                    null))
        .filter(this::begin)
        .isPresent();
  }

  /** Taken back by the person it is about. False when there is none to take back. */
  @Transactional
  public boolean revoke(PersonId person, LinkId id) {
    return links.ofPerson(person).stream()
        .filter(it -> it.id().equals(id) && it.kind() == LinkKind.CARER)
        .anyMatch(it -> ends.end(it, LinkEnd.REVOKED, person.value(), Actor.of(person)));
  }

  /** Always in the same order: of two who give each other a code, neither waits for ever. */
  private boolean areHeld(Optional<PersonId> giver, PersonId carer) {
    return giver.isPresent()
        && Stream.of(giver.get(), carer)
            .sorted(Comparator.comparing(PersonId::value))
            .allMatch(it -> closings.hold(it).isPresent());
  }

  private boolean begin(Link link) {
    var carer = link.guardian();
    links.between(link.guardian(), link.person()).stream()
        .filter(it -> it.kind() == LinkKind.CARER)
        .forEach(it -> ends.end(it, LinkEnd.REVOKED, carer.value(), Actor.of(carer)));
    if (!links.insert(link, null, today().plus(settings.registerAskedEvery()))) {
      return false;
    }
    audit.record(
        "AUTHORISATION_TAKEN_UP",
        Actor.of(carer),
        Subject.of("guardianship", link.id().value(), link.person()),
        Map.of("scope", link.scope().name()));
    events.publishEvent(new AuthorisationTakenUp(link.id(), link.person(), carer));
    return true;
  }

  private boolean isGrownUp(PersonId person) {
    return people
        .find(person)
        .filter(it -> it.status() == PersonStatus.ACTIVE)
        .filter(it -> Ages.isCertainlyGrownUp(it.birthDate(), today()))
        .isPresent();
  }

  private LocalDate today() {
    return VietnamTime.today(clock);
  }

  private byte[] hash(String code) {
    var plain = new StringBuilder();
    code.toUpperCase(Locale.ROOT)
        .chars()
        .filter(it -> ALPHABET.indexOf(it) >= 0)
        .forEach(it -> plain.append((char) it));
    return secrets.hash(PURPOSE, plain.toString());
  }
}
