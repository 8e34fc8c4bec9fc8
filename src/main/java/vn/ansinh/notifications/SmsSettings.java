package vn.ansinh.notifications;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's SMPP 3.4 access; {@code ANSINH_SMS_HOST} and so on.
 *
 * @param by where SMS goes; the demo's page in demo mode, otherwise SMPP; {@code NONE} says in so
 *     many words that there is no SMS
 * @param sender the brand name or short code the operator registered
 * @param senderTon type of number of the sender: 5 for a brand name, 3 or 6 for a short code
 * @param enquireLink how often an idle connection is tested
 * @param timeout how long the operator may take for an answer
 */
@ConfigurationProperties("ansinh.sms")
record SmsSettings(
    @Nullable By by,
    @Nullable String host,
    @DefaultValue("2775") int port,
    @DefaultValue("false") boolean tls,
    @Nullable String systemId,
    @DefaultValue("") String password,
    @DefaultValue("") String systemType,
    @Nullable String sender,
    @DefaultValue("5") int senderTon,
    @DefaultValue("0") int senderNpi,
    @DefaultValue("1") int recipientTon,
    @DefaultValue("1") int recipientNpi,
    @DefaultValue("30s") Duration enquireLink,
    @DefaultValue("10s") Duration timeout,
    @Nullable String sslBundle) {

  /** Declared to be absent: whoever can be reached otherwise is. */
  boolean absent() {
    return by == By.NONE;
  }

  enum By {
    DEMO,
    SMPP,
    NONE
  }
}
