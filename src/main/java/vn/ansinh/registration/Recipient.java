package vn.ansinh.registration;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.PersonId;

/**
 * Whom to tell about a declaration.
 *
 * @param phone {@code +84…}
 * @param phoneStanding what may be said to the phone
 * @param receivesByEmail ticked to have Form 01 by e-mail, and has not withdrawn that consent
 * @param statusSecret opens the status page
 */
public record Recipient(
    PersonId person,
    String phone,
    PhoneStanding phoneStanding,
    @Nullable String email,
    boolean receivesByEmail,
    Locale language,
    String fullName,
    DeclarationCode code,
    String statusSecret) {}
