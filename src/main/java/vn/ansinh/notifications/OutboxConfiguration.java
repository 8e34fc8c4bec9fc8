package vn.ansinh.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Properties;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.OneTimeCodes;
import vn.ansinh.platform.Mode;
import vn.ansinh.platform.PublicAddress;

/** Chooses the way out for each channel and refuses to start production without one. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

  @Bean
  Settlement.Tools settlementTools(
      MessageStore store,
      OutboxSettings settings,
      Undeliverables undeliverables,
      DeliveryReceipts receipts,
      OneTimeCodes codes,
      OutboxMetrics metrics,
      PlatformTransactionManager transactions,
      Clock clock) {
    return new Settlement.Tools(
        store,
        settings,
        undeliverables,
        receipts,
        codes,
        metrics,
        new TransactionTemplate(transactions),
        clock);
  }

  @Bean
  Courier mailCourier(
      Mode mode,
      MailSettings mail,
      PublicAddress address,
      DemoStore demo,
      Enclosures enclosures,
      BounceSettings bounces,
      MailMarks marks,
      SslBundles bundles,
      Settlement.Tools tools)
      throws MessagingException, UnsupportedEncodingException {
    var by = mail.by() == null && mode.isDemo() ? MailSettings.By.DEMO : mail.by();
    if (by == MailSettings.By.DEMO && mode.isDemo()) {
      return new Courier(new DemoTransport(Channel.EMAIL, demo, enclosures, tools.clock()), tools);
    }
    Readiness.check(mail, address, mode);
    Readiness.check(bounces, mode);
    var returnPath = bounces.areRead() ? new ReturnPath(bounces, marks) : null;
    var letters = new MailLetters(mail, returnPath, enclosures, tools.clock());
    var session = Session.getInstance(properties(mail, bundles));
    return new Courier(
        new MailTransport(session, mail, letters, tools.settings().batchWithin(), tools.clock()),
        tools);
  }

  @Bean
  Courier smsCourier(
      Mode mode,
      SmsSettings sms,
      DemoStore demo,
      Enclosures enclosures,
      SslBundles bundles,
      DeliveryReceipts receipts,
      Settlement.Tools tools) {
    var by = sms.by() == null && mode.isDemo() ? SmsSettings.By.DEMO : sms.by();
    if (by == SmsSettings.By.DEMO && mode.isDemo()) {
      return new Courier(new DemoTransport(Channel.SMS, demo, enclosures, tools.clock()), tools);
    }
    if (by == SmsSettings.By.NONE) {
      return new Courier(new NoTransport(Channel.SMS), tools);
    }
    Readiness.check(sms);
    var sockets = new SmppSockets(sockets(sms, bundles), sms.timeout());
    var connection = new SmppConnection(sms, sockets, receipts);
    return new Courier(
        new SmsTransport(connection, sms, tools.settings().batchWithin(), tools.clock()), tools);
  }

  static Properties properties(MailSettings mail, @Nullable SslBundles bundles) {
    var properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", "" + mail.connectTimeout().toMillis());
    properties.put("mail.smtp.timeout", "" + mail.timeout().toMillis());
    properties.put("mail.smtp.writetimeout", "" + mail.timeout().toMillis());
    properties.put("mail.smtp.auth", "" + (mail.username() != null));
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    properties.put("mail.smtp.ssl.enable", "" + (mail.security() == MailSettings.Security.TLS));
    var upgraded = mail.security() == MailSettings.Security.STARTTLS;
    properties.put("mail.smtp.starttls.enable", "" + upgraded);
    properties.put("mail.smtp.starttls.required", "" + upgraded);
    if (mail.sslBundle() != null && bundles != null) {
      properties.put(
          "mail.smtp.ssl.socketFactory",
          bundles.getBundle(mail.sslBundle()).createSslContext().getSocketFactory());
    }
    return properties;
  }

  private static SocketFactory sockets(SmsSettings sms, SslBundles bundles) {
    if (!sms.tls()) {
      return SocketFactory.getDefault();
    }
    return sms.sslBundle() == null
        ? SSLSocketFactory.getDefault()
        : bundles.getBundle(sms.sslBundle()).createSslContext().getSocketFactory();
  }
}
