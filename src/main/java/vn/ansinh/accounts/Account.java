package vn.ansinh.accounts;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.PersonId;

/**
 * An account without its secrets.
 *
 * @param userName the number told to the person as user name, and the one the register has put in
 *     its place
 * @param phone where SMS go, normalised
 * @param email where mail goes, normalised
 * @param firstPasswordUntil until when the first password helps; absent once an own one is set
 * @param passwordSetAt when the own password was set last
 * @param lentBy the guardian whose contact a child's account uses, as it is now; absent where the
 *     contact is the person's own
 */
public record Account(
    PersonId person,
    String userName,
    AccountStatus status,
    @Nullable String phone,
    @Nullable String email,
    Locale language,
    Instant openedAt,
    @Nullable Instant firstPasswordUntil,
    @Nullable Instant passwordSetAt,
    @Nullable PersonId lentBy) {

  /** Where the person can be told something: the phone, the e-mail address, or both. */
  public List<Contact> contacts() {
    return Stream.of(Channel.values())
        .map(this::contact)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing((Contact it) -> it.channel() == Channel.EMAIL))
        .toList();
  }

  public Optional<Contact> contact(Channel channel) {
    return switch (channel) {
      case SMS -> Optional.ofNullable(phone).map(Contact::phone);
      case EMAIL -> Optional.ofNullable(email).map(Contact::email);
    };
  }

  Account named(String otherUserName) {
    return new Account(
        person,
        otherUserName,
        status,
        phone,
        email,
        language,
        openedAt,
        firstPasswordUntil,
        passwordSetAt,
        lentBy);
  }

  /** With this one in place of the one of the same channel. */
  Account with(Contact contact) {
    return contact.channel() == Channel.SMS
        ? reachedBy(contact.address(), email)
        : reachedBy(phone, contact.address());
  }

  /** With this one and no other. */
  Account withOnly(Contact contact) {
    return contact.channel() == Channel.SMS
        ? reachedBy(contact.address(), null)
        : reachedBy(null, contact.address());
  }

  /** With these and no others. */
  Account reachedBy(@Nullable String otherPhone, @Nullable String otherEmail) {
    return new Account(
        person,
        userName,
        status,
        otherPhone,
        otherEmail,
        language,
        openedAt,
        firstPasswordUntil,
        passwordSetAt,
        lentBy);
  }
}
