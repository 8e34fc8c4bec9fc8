package vn.ansinh.notifications;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Taking;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.platform.PublicAddress;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationEvent;
import vn.ansinh.registration.DeclarationEvent.Deed;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.PhoneStanding;
import vn.ansinh.registration.Recipient;
import vn.ansinh.review.Reasons;

/**
 * Writes the notices about a declaration, in the applicant's language, from what the declaration,
 * its office and its history say at the moment; so one can be written again later or for another
 * channel. Joins the caller's transaction.
 */
@Component
class DeclarationNotices {

  private final Declarations declarations;
  private final Offices offices;
  private final Reasons reasons;
  private final Wording wording;
  private final Outbox outbox;
  private final PublicAddress address;
  private final SmsSettings sms;
  private final NoticeSettings settings;
  private final Budgets budgets;
  private final Audit audit;

  DeclarationNotices(
      Declarations declarations,
      Offices offices,
      Reasons reasons,
      Wording wording,
      Outbox outbox,
      PublicAddress address,
      SmsSettings sms,
      NoticeSettings settings,
      Budgets budgets,
      Audit audit) {
    this.declarations = declarations;
    this.offices = offices;
    this.reasons = reasons;
    this.wording = wording;
    this.outbox = outbox;
    this.address = address;
    this.sms = sms;
    this.settings = settings;
    this.budgets = budgets;
    this.audit = audit;
  }

  /**
   * By every channel the applicant has, as far as the addresses' budgets reach; nothing once the
   * declaration is erased.
   */
  void tell(MessageKind kind, DeclarationId id) {
    declarations
        .recipient(id)
        .ifPresent(
            it ->
                Stream.of(Channel.values())
                    .filter(channel -> channel == Channel.EMAIL || !sms.absent() || !hasEmail(it))
                    .forEach(channel -> tell(kind, id, it, channel)));
  }

  /** By e-mail only, for what concerns the phone. */
  void tellByMail(MessageKind kind, DeclarationId id) {
    declarations.recipient(id).ifPresent(it -> tell(kind, id, it, Channel.EMAIL));
  }

  private void tell(MessageKind kind, DeclarationId id, Recipient recipient, Channel channel) {
    var to = contact(recipient, channel);
    if (to.isEmpty()) {
      return;
    }
    var budget = isOnlyNamed(recipient, channel) ? settings.toNamedPhone() : settings.toAddress();
    if (budgets.take(budget, to.get().address()) instanceof Taking.Spent) {
      audit.record(
          "NOTICE_WITHHELD",
          Actor.SYSTEM,
          Subject.of("declaration", id.value(), recipient.person()),
          Map.of("kind", kind.name(), "channel", channel.name()));
      return;
    }
    var unused = tell(kind, id, channel);
  }

  /** Whether there is still something to say and somebody to say it to. */
  boolean canTell(DeclarationId id) {
    return declarations.recipient(id).isPresent();
  }

  /** By one channel; empty when the applicant does not have it or the declaration is erased. */
  Optional<UUID> tell(MessageKind kind, DeclarationId id, Channel channel) {
    var file = declarations.find(id);
    var recipient = declarations.recipient(id);
    if (file.isEmpty() || recipient.isEmpty()) {
      return Optional.empty();
    }
    return contact(recipient.get(), channel)
        .map(to -> queue(kind, file.get(), recipient.get(), to));
  }

  private UUID queue(MessageKind kind, Declaration file, Recipient recipient, Contact to) {
    var content =
        isOnlyNamed(recipient, to.channel())
            ? wording.toNamedPhone(recipient.language())
            : wording.write(
                kind, to.channel(), recipient.language(), facts(kind, file, recipient, to));
    var encloses =
        to.channel() == Channel.EMAIL
            && recipient.receivesByEmail()
            && (kind == MessageKind.DECLARATION_RECEIVED || kind == MessageKind.PAPER_AWAITED);
    return outbox.add(
        kind,
        new Outbox.Addressee(file.id().value(), file.person(), to, recipient.language()),
        encloses ? content.with(Content.Enclosure.FORM_01) : content,
        null);
  }

  private Object[] facts(MessageKind kind, Declaration file, Recipient recipient, Contact to) {
    var language = recipient.language();
    var office = offices.find(file.officeCode());
    return new Object[] {
      recipient.fullName(),
      recipient.code().value(),
      link(kind, recipient, to.channel()),
      office.map(Office::label).orElse(file.officeCode()),
      shown(file.clock().actBy() == null ? file.clock().decisionDue() : file.clock().actBy()),
      explanation(kind, file.id(), language),
      office.map(it -> whereabouts(it, language)).orElse("")
    };
  }

  /**
   * The secret link goes by e-mail only: in an SMS it would take half of the room, and the code
   * stands beside it anyway.
   */
  private String link(MessageKind kind, Recipient recipient, Channel channel) {
    return switch (kind) {
      case ACCOUNT_OPENED -> address.of("/sign-in");
      case DECLARATION_EXPIRED, DECLARATION_WITHDRAWN -> address.of("/");
      default ->
          channel == Channel.SMS
              ? address.of("/status")
              : address.of("/status/" + recipient.statusSecret());
    };
  }

  private String explanation(MessageKind kind, DeclarationId id, Locale language) {
    var deed =
        switch (kind) {
          case DECLARATION_RETURNED -> Deed.RETURNED;
          case ASKED_TO_COME -> Deed.ASKED_TO_COME;
          case DECLARATION_REJECTED -> Deed.REJECTED;
          default -> null;
        };
    return declarations.history(id).reversed().stream()
        .filter(it -> it.deed() == deed)
        .findFirst()
        .map(it -> explanation(it, language))
        .orElse("");
  }

  /** In the words of the day it was decided; a code without words says nothing to anybody. */
  private String explanation(DeclarationEvent event, Locale language) {
    var day = VietnamTime.date(event.at());
    var lines = new ArrayList<String>();
    for (var code : event.reasons()) {
      reasons
          .find(code, day)
          .map(it -> it.in(language))
          .map(it -> wording.text("notices.reason", language, it.wrong(), it.toDo()))
          .ifPresent(lines::add);
    }
    if (event.note() != null) {
      lines.add(event.note());
    }
    return String.join("\n\n", lines);
  }

  private String whereabouts(Office office, Locale language) {
    return Stream.of(
            line("notices.office.address", office.address(), language),
            line("notices.office.phone", office.phone(), language),
            line("notices.office.hours", office.hours(), language))
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }

  private @Nullable String line(String key, @Nullable String fact, Locale language) {
    return fact == null ? null : wording.text(key, language, fact);
  }

  private static Optional<Contact> contact(Recipient recipient, Channel channel) {
    return switch (channel) {
      case SMS ->
          recipient.phoneStanding() == PhoneStanding.LOST
              ? Optional.empty()
              : Optional.of(Contact.phone(recipient.phone()));
      case EMAIL -> Optional.ofNullable(recipient.email()).map(Contact::email);
    };
  }

  private static boolean isOnlyNamed(Recipient recipient, Channel channel) {
    return channel == Channel.SMS && recipient.phoneStanding() != PhoneStanding.CONFIRMED;
  }

  private static boolean hasEmail(Recipient recipient) {
    return recipient.email() != null;
  }

  private static String shown(@Nullable LocalDate date) {
    return date == null ? "" : VietnamTime.show(date);
  }
}
