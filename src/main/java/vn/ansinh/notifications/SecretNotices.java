package vn.ansinh.notifications;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.FactorChange;
import vn.ansinh.accounts.SecretMessages;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.PublicAddress;
import vn.ansinh.platform.VietnamTime;

/** Codes and first passwords: the message says the secret and never whose user name it opens. */
@Component
class SecretNotices implements SecretMessages {

  private final Telling telling;
  private final Outbox outbox;
  private final Wording wording;
  private final OutboxSettings settings;
  private final SmsSettings sms;
  private final PublicAddress address;
  private final Clock clock;

  SecretNotices(
      Telling telling,
      Outbox outbox,
      Wording wording,
      OutboxSettings settings,
      SmsSettings sms,
      PublicAddress address,
      Clock clock) {
    this.telling = telling;
    this.outbox = outbox;
    this.wording = wording;
    this.settings = settings;
    this.sms = sms;
    this.address = address;
    this.clock = clock;
  }

  @Override
  public boolean canSend(Channel channel) {
    return channel == Channel.EMAIL || !sms.absent();
  }

  @Override
  public void sendCode(
      UUID codeId, @Nullable PersonId holder, Contact to, String code, Locale language) {
    outbox.add(
        MessageKind.CODE,
        new Outbox.Addressee(codeId, holder, to, language),
        wording.write(MessageKind.CODE, to.channel(), language, code),
        clock.instant().plus(settings.codesWithin()));
  }

  @Override
  public void tellOfSignIn(
      PersonId person,
      List<Contact> to,
      String deviceName,
      Instant at,
      String denial,
      Locale language) {
    tell(
        MessageKind.SIGNED_IN_ELSEWHERE,
        person,
        to,
        language,
        deviceName,
        VietnamTime.show(at),
        address.of("/not-me/" + denial));
  }

  @Override
  public void tellOfPasswordChange(
      PersonId person, List<Contact> to, Instant at, String denial, Locale language) {
    var link = address.of("/not-me/" + denial);
    tell(MessageKind.PASSWORD_CHANGED, person, to, language, VietnamTime.show(at), link);
  }

  @Override
  public void tellOfContactChange(
      PersonId person,
      List<Contact> to,
      Contact wanted,
      @Nullable Instant takesEffectAt,
      String denial,
      Locale language) {
    var kind =
        takesEffectAt == null ? MessageKind.CONTACT_CHANGED : MessageKind.CONTACT_WILL_CHANGE;
    var what = wording.text("notices.contact." + wanted.channel(), language);
    var when = takesEffectAt == null ? "" : VietnamTime.show(takesEffectAt);
    var link = address.of("/not-me/" + denial);
    tell(kind, person, to, language, what, Outbox.masked(wanted), when, link);
  }

  @Override
  public void tellOfFactor(
      PersonId person,
      List<Contact> to,
      FactorChange what,
      Instant at,
      String denial,
      Locale language) {
    var deed = wording.text("notices.factor." + what.name(), language);
    var link = address.of("/not-me/" + denial);
    var kind =
        what == FactorChange.IDENTITY_REFUSED
            ? MessageKind.IDENTITY_REFUSED
            : MessageKind.SIGN_IN_METHOD_CHANGED;
    tell(kind, person, to, language, deed, VietnamTime.show(at), link);
  }

  @Override
  public void tellOfClosing(
      PersonId person, List<Contact> to, Instant closesAt, String denial, Locale language) {
    tell(
        MessageKind.ACCOUNT_WILL_CLOSE,
        person,
        to,
        language,
        VietnamTime.show(closesAt),
        address.of("/not-me/" + denial));
  }

  @Override
  public void tellOfClosingCancelled(
      PersonId person, List<Contact> to, String denial, Locale language) {
    var link = address.of("/not-me/" + denial);
    tell(MessageKind.CLOSING_CANCELLED, person, to, language, address.of("/"), link);
  }

  @Override
  public void tellOfClosed(PersonId person, List<Contact> to, Locale language) {
    tell(MessageKind.ACCOUNT_CLOSED, person, to, language, address.of("/"));
  }

  @Override
  public void sendFirstPassword(
      PersonId person, Contact to, String firstPassword, Instant validUntil, Locale language) {
    outbox.add(
        MessageKind.FIRST_PASSWORD,
        new Outbox.Addressee(person.value(), person, to, language),
        wording.write(
            MessageKind.FIRST_PASSWORD,
            to.channel(),
            language,
            firstPassword,
            VietnamTime.show(validUntil),
            address.of("/")),
        validUntil);
  }

  private void tell(
      MessageKind kind, PersonId person, List<Contact> to, Locale language, Object... facts) {
    telling.tell(
        kind,
        person.value(),
        person,
        to.stream().filter(it -> canSend(it.channel())).toList(),
        language,
        facts);
  }
}
