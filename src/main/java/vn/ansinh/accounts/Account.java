package vn.ansinh.accounts;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.PersonId;

/**
 * An account without its secrets.
 *
 * @param userName the number told to the person as user name
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

  Account at(@Nullable String otherPhone, @Nullable String otherEmail) {
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
