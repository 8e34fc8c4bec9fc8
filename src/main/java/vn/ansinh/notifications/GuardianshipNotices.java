package vn.ansinh.notifications;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Account;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Denials;
import vn.ansinh.accounts.SecretMessages;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.guardianship.AuthorisationTakenUp;
import vn.ansinh.guardianship.ChildApplication;
import vn.ansinh.guardianship.ChildApplicationDecided;
import vn.ansinh.guardianship.ChildApplications;
import vn.ansinh.guardianship.ChildInvited;
import vn.ansinh.guardianship.GuardianAdded;
import vn.ansinh.guardianship.GuardianshipEnded;
import vn.ansinh.guardianship.Guardianships;
import vn.ansinh.guardianship.LinkKind;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.PublicAddress;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.review.Reasons;

/**
 * Tells guardians what became of their applications and guardianships, and people who looks at
 * their data now, in the same transaction.
 */
@Component
class GuardianshipNotices {

  private final ChildApplications applications;
  private final Guardianships guardianships;
  private final Accounts accounts;
  private final SecretMessages channels;
  private final Denials denials;
  private final People people;
  private final Offices offices;
  private final Reasons reasons;
  private final Wording wording;
  private final Telling telling;
  private final PublicAddress address;

  GuardianshipNotices(
      ChildApplications applications,
      Guardianships guardianships,
      Accounts accounts,
      SecretMessages channels,
      Denials denials,
      People people,
      Offices offices,
      Reasons reasons,
      Wording wording,
      Telling telling,
      PublicAddress address) {
    this.applications = applications;
    this.guardianships = guardianships;
    this.accounts = accounts;
    this.channels = channels;
    this.denials = denials;
    this.people = people;
    this.offices = offices;
    this.reasons = reasons;
    this.wording = wording;
    this.telling = telling;
    this.address = address;
  }

  @EventListener
  void on(ChildApplicationDecided event) {
    var kind =
        switch (event.decision()) {
          case APPROVED -> MessageKind.CHILD_ACCOUNT_OPENED;
          case RETURNED -> MessageKind.CHILD_APPLICATION_RETURNED;
          case REJECTED -> MessageKind.CHILD_APPLICATION_REJECTED;
          case DRAFT, SUBMITTED, WITHDRAWN -> null;
        };
    var application = applications.find(event.id());
    if (kind != null && application.isPresent()) {
      tell(kind, event.id().value(), event.guardian(), application.get().name(), application.get());
    }
  }

  @EventListener
  void on(ChildInvited event) {
    tell(
        MessageKind.CHILD_INVITED,
        event.id().value(),
        event.guardian(),
        name(event.person()),
        null);
  }

  @EventListener
  void on(GuardianshipEnded event) {
    tell(
        MessageKind.GUARDIANSHIP_ENDED,
        event.id().value(),
        event.guardian(),
        name(event.person()),
        null);
  }

  /** Each of the others, who may know a reason why not. */
  @EventListener
  void on(GuardianAdded event) {
    guardianships.about(event.child()).stream()
        .filter(it -> it.kind() == LinkKind.GUARDIAN && it.endedAt() == null)
        .filter(it -> !it.guardian().equals(event.guardian()))
        .forEach(
            it ->
                tell(
                    MessageKind.GUARDIAN_ADDED,
                    event.id().value(),
                    it.guardian(),
                    name(event.child()),
                    null));
  }

  /** By every channel: it may not have been the owner who made the code. */
  @EventListener
  void on(AuthorisationTakenUp event) {
    var person = event.person();
    accounts
        .find(person)
        .ifPresent(
            account ->
                telling.tell(
                    MessageKind.CARER_BEGAN,
                    event.id().value(),
                    person,
                    reached(account),
                    account.language(),
                    name(event.carer()),
                    address.of("/not-me/" + denials.link(person, event.id().value()))));
  }

  private void tell(
      MessageKind kind,
      UUID subject,
      PersonId guardian,
      String name,
      @Nullable ChildApplication application) {
    accounts
        .find(guardian)
        .ifPresent(
            account ->
                telling.tell(
                    kind,
                    subject,
                    guardian,
                    reached(account),
                    account.language(),
                    facts(kind, name, application, account.language())));
  }

  private List<Contact> reached(Account account) {
    return account.contacts().stream().filter(it -> channels.canSend(it.channel())).toList();
  }

  private Object[] facts(
      MessageKind kind, String name, @Nullable ChildApplication application, Locale language) {
    var code = application == null ? null : application.officeCode();
    var path =
        kind == MessageKind.CHILD_INVITED
            ? "/registration"
            : application == null || kind == MessageKind.CHILD_ACCOUNT_OPENED
                ? "/home/children"
                : "/home/children/applications/" + application.id().value();
    return new Object[] {
      name,
      "",
      address.of(path),
      code == null ? "" : offices.find(code).map(Office::label).orElse(code),
      "",
      application == null ? "" : explanation(application, language),
      ""
    };
  }

  private String explanation(ChildApplication application, Locale language) {
    var decidedAt = application.decidedAt();
    var given =
        Stream.ofNullable(decidedAt)
            .map(VietnamTime::date)
            .flatMap(day -> application.reasons().stream().map(it -> reasons.find(it, day)))
            .flatMap(Optional::stream)
            .map(it -> it.in(language))
            .map(it -> wording.text("notices.reason", language, it.wrong(), it.toDo()));
    var note = application.note();
    var written = note == null ? List.<String>of() : List.of(note);
    return String.join("\n\n", Stream.concat(given, written.stream()).toList());
  }

  private String name(PersonId person) {
    return people.find(person).map(Person::fullName).orElse("");
  }
}
