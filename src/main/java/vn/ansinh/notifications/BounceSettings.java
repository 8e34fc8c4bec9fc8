package vn.ansinh.notifications;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox to which undeliverable e-mail comes back; {@code ANSINH_BOUNCES_HOST} and so on. With
 * no host nothing is read.
 *
 * @param host of the IMAP server
 * @param passwordFile read anew at every sign-in, so that the password can be changed meanwhile
 * @param folder what is read; nothing else may use it, for what was understood is deleted from it
 * @param address the sender on the envelope of every e-mail: this mailbox
 * @param separator between the local part of the address and the mark; empty when the mail server
 *     does not deliver {@code address+anything} to {@code address}, then the mark goes in a header
 *     only and is found when the header comes back
 * @param every how often the mailbox is read, by all nodes together
 * @param most mails read at once; the rest waits for the next time
 * @param leftFor how long what was not understood is left for a person, before it is deleted
 * @param mostLeft how many such mails are left; of more the oldest are deleted
 * @param bytes of each mail that are read; a report stands at its beginning
 * @param sslBundle name of an SSL bundle ({@code spring.ssl.bundle.*}) for a server whose
 *     certificate comes from an authority of one's own
 */
@ConfigurationProperties("ansinh.bounces")
record BounceSettings(
    @Nullable String host,
    @DefaultValue("993") int port,
    @DefaultValue("TLS") MailSettings.Security security,
    @Nullable String username,
    @Nullable Path passwordFile,
    @DefaultValue("INBOX") String folder,
    @Nullable String address,
    @DefaultValue("+") String separator,
    @DefaultValue("1m") Duration every,
    @DefaultValue("200") int most,
    @DefaultValue("30d") Duration leftFor,
    @DefaultValue("1000") int mostLeft,
    @DefaultValue("262144") int bytes,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("20s") Duration timeout,
    @Nullable String sslBundle) {

  boolean areRead() {
    return host != null && !host.isBlank();
  }
}
