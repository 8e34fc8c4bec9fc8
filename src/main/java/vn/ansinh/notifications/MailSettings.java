package vn.ansinh.notifications;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail relay; {@code ANSINH_MAIL_HOST} and so on. Signing with DKIM is the relay's work.
 *
 * @param by where e-mail goes; the demo's page in demo mode, otherwise SMTP
 * @param from the address in {@code From}; on the envelope only while returned mail is not read
 * @param sslBundle name of an SSL bundle ({@code spring.ssl.bundle.*}) for a relay whose
 *     certificate comes from an authority of one's own
 */
@ConfigurationProperties("ansinh.mail")
record MailSettings(
    @Nullable By by,
    @Nullable String host,
    @DefaultValue("587") int port,
    @DefaultValue("STARTTLS") Security security,
    @Nullable String username,
    @Nullable String password,
    @Nullable String from,
    @DefaultValue("AnSinh") String fromName,
    @Nullable String replyTo,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("10s") Duration timeout,
    @Nullable String sslBundle) {

  enum By {
    DEMO,
    SMTP
  }

  enum Security {
    /** Upgraded after the greeting; refused if the relay does not offer it. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS,
    /** For tests on the same machine only; production refuses it. */
    NONE
  }
}
