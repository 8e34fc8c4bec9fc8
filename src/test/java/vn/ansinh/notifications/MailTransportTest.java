package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import vn.ansinh.platform.Ids;

/** Against real SMTP servers: GreenMail for the rules, a scripted one for what goes wrong. */
class MailTransportTest {

  static final Locale VIETNAMESE = Locale.of("vi");
  static Path certificate;

  @Nullable GreenMail greenMail;

  @BeforeAll
  static void certificate() throws Exception {
    certificate = Certificates.ofGreenMail();
  }

  @AfterEach
  void stop() {
    if (greenMail != null) {
      greenMail.stop();
    }
  }

  @Test
  void an_e_mail_arrives_as_text_and_html_with_all_that_belongs_to_it() throws Exception {
    var port = start(ServerSetup.PROTOCOL_SMTP);
    var message = message(new Content("482913 là mã xác thực", "Xin chào\n\n482913", null));

    var answers = transport(port, MailSettings.Security.NONE).hand(List.of(message));

    assertThat(answers).singleElement().isInstanceOf(Handing.HandedOver.class);
    var received = received().getFirst();
    assertThat(received.getSubject()).isEqualTo("482913 là mã xác thực");
    assertThat(((InternetAddress) received.getFrom()[0]).getPersonal())
        .isEqualTo("Bảo hiểm xã hội");
    assertThat(((InternetAddress) received.getFrom()[0]).getAddress())
        .isEqualTo("no-reply@example.vn");
    assertThat(received.getReplyTo()[0]).hasToString("hoi-dap@example.vn");
    assertThat(received.getMessageID()).isEqualTo("<%s@example.vn>".formatted(message.id()));
    assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(received.getContentLanguage()).containsExactly("vi");
    var parts = (MimeMultipart) received.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Xin chào\r\n\r\n482913");
    assertThat((String) parts.getBodyPart(1).getContent()).contains("<p", "Xin chào");
  }

  @Test
  void form_01_is_made_when_the_message_leaves() throws Exception {
    var port = start(ServerSetup.PROTOCOL_SMTP);

    transport(port, MailSettings.Security.NONE)
        .hand(List.of(message(new Content("Tờ khai", "Kính gửi", Content.Enclosure.FORM_01))));

    var parts = (MimeMultipart) received().getFirst().getContent();
    assertThat(parts.getContentType()).startsWith("multipart/mixed");
    assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("to-khai.pdf");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
    assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo("%PDF".getBytes());
  }

  @Test
  void a_mail_that_is_nothing_but_a_form_nobody_wants_any_more_does_not_leave() throws Exception {
    try (var server = new ScriptedSmtp(_ -> "250 Ok")) {
      var letter = Content.mail("Tờ khai", "Kèm theo thư này");
      var whole = message(letter.with(Content.Enclosure.STOP_FORM_01));
      var news = message(letter.with(Content.Enclosure.FORM_01));

      var answers =
          transport("localhost", server.port(), MailSettings.Security.NONE, new Unwanted())
              .hand(List.of(whole, news));

      assertThat(answers).containsExactly(new Handing.Unwanted(), new Handing.HandedOver(null));
      assertThat(server.messageIds()).containsExactly("<%s@example.vn>".formatted(news.id()));
    }
  }

  @Test
  void a_batch_goes_over_one_connection_in_order() throws Exception {
    try (var server = new ScriptedSmtp(_ -> "250 2.0.0 Ok: queued as 4F2A9C")) {
      var batch = IntStream.range(0, 5).mapToObj(_ -> message()).toList();

      var answers = transport(server.port(), MailSettings.Security.NONE).hand(batch);

      assertThat(answers).hasSize(5).containsOnly(new Handing.HandedOver("4F2A9C"));
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.messageIds())
          .containsExactlyElementsOf(
              batch.stream().map(it -> "<%s@example.vn>".formatted(it.id())).toList());
    }
  }

  @Test
  void implicit_tls_works() throws Exception {
    var port = start(ServerSetup.PROTOCOL_SMTPS);

    assertThat(transport(port, MailSettings.Security.TLS).hand(List.of(message())))
        .singleElement()
        .isInstanceOf(Handing.HandedOver.class);
  }

  @Test
  void a_server_with_another_name_in_its_certificate_gets_nothing() throws Exception {
    var port = start(ServerSetup.PROTOCOL_SMTPS);

    assertThat(transport("127.0.0.1", port, MailSettings.Security.TLS).hand(List.of(message())))
        .containsExactly(new Handing.Unreachable("UNREACHABLE"));
  }

  @Test
  void a_server_that_upgrades_to_tls_is_talked_to_in_tls() throws Exception {
    try (var server = ScriptedSmtp.withStartTls(certificate, _ -> "250 Ok")) {
      assertThat(transport(server.port(), MailSettings.Security.STARTTLS).hand(List.of(message())))
          .singleElement()
          .isInstanceOf(Handing.HandedOver.class);
      assertThat(server.encrypted()).isTrue();
    }
  }

  @Test
  void a_server_that_offers_no_tls_gets_nothing() throws Exception {
    try (var server = new ScriptedSmtp(_ -> "250 Ok")) {
      assertThat(transport(server.port(), MailSettings.Security.STARTTLS).hand(List.of(message())))
          .containsExactly(new Handing.Unreachable("UNREACHABLE"));
      assertThat(server.messageIds()).isEmpty();
    }
  }

  @Test
  void a_server_that_is_down_is_unreachable() throws Exception {
    int port;
    try (var server = new ScriptedSmtp(_ -> "250 Ok")) {
      port = server.port();
    }

    assertThat(transport(port, MailSettings.Security.NONE).hand(List.of(message(), message())))
        .containsExactly(
            new Handing.Unreachable("UNREACHABLE"), new Handing.Unreachable("UNREACHABLE"));
  }

  @Test
  void four_hundred_is_for_now_and_five_hundred_for_good() throws Exception {
    try (var server =
        new ScriptedSmtp(
            number ->
                switch (number) {
                  case 0 -> "451 4.7.1 Try again later";
                  case 1 -> "554 5.7.1 Message refused";
                  default -> "250 Ok";
                })) {
      assertThat(
              transport(server.port(), MailSettings.Security.NONE)
                  .hand(List.of(message(), message(), message())))
          .containsExactly(
              new Handing.Deferred("SMTP_451"),
              new Handing.Refused("SMTP_554"),
              new Handing.HandedOver(null));
    }
  }

  @Test
  void a_mailbox_that_does_not_exist_is_refused_and_the_next_message_goes_on() throws Exception {
    try (var server = new ScriptedSmtp(_ -> "250 Ok").refusing("gone@example.vn")) {
      assertThat(
              transport(server.port(), MailSettings.Security.NONE)
                  .hand(List.of(message("gone@example.vn"), message())))
          .containsExactly(new Handing.Refused("SMTP_550"), new Handing.HandedOver(null));
    }
  }

  @Test
  void a_connection_cut_before_the_last_word_is_repeated_as_the_same_message() throws Exception {
    var message = message();
    try (var server = new ScriptedSmtp(number -> number == 0 ? ScriptedSmtp.CUT : "250 Ok")) {
      var transport = transport(server.port(), MailSettings.Security.NONE);

      assertThat(transport.hand(List.of(message, message())))
          .containsExactly(
              new Handing.CutOff("CONNECTION_CUT"), new Handing.NotTried("BATCH_ENDED"));
      assertThat(transport.hand(List.of(message))).containsExactly(new Handing.HandedOver(null));

      assertThat(server.messageIds())
          .hasSize(2)
          .containsOnly("<%s@example.vn>".formatted(message.id()));
    }
  }

  @Test
  void a_server_that_says_nothing_is_given_up_after_the_time_allowed() throws Exception {
    try (var server = new ScriptedSmtp(_ -> ScriptedSmtp.SILENCE)) {
      assertThat(transport(server.port(), MailSettings.Security.NONE).hand(List.of(message())))
          .containsExactly(new Handing.CutOff("CONNECTION_CUT"));
    }
  }

  @Test
  void what_ran_out_on_the_way_is_not_sent() throws Exception {
    try (var server = new ScriptedSmtp(_ -> "250 Ok")) {
      var late =
          new Outgoing(
              Ids.next(),
              MessageKind.CODE,
              Ids.next(),
              null,
              VIETNAMESE,
              1,
              "an@example.vn",
              Content.mail("Mã", "482913"),
              Clock.systemUTC().instant().minusSeconds(1));

      assertThat(transport(server.port(), MailSettings.Security.NONE).hand(List.of(late)))
          .containsExactly(new Handing.Expired());
      assertThat(server.messageIds()).isEmpty();
    }
  }

  private int start(String protocol) {
    greenMail = new GreenMail(new ServerSetup(0, "localhost", protocol));
    greenMail.start();
    return protocol.equals(ServerSetup.PROTOCOL_SMTP)
        ? greenMail.getSmtp().getPort()
        : greenMail.getSmtps().getPort();
  }

  private List<MimeMessage> received() {
    return List.of(greenMail.getReceivedMessages());
  }

  private static Answers transport(int port, MailSettings.Security security) throws Exception {
    return transport("localhost", port, security);
  }

  private static Answers transport(String host, int port, MailSettings.Security security)
      throws Exception {
    return transport(
        host,
        port,
        security,
        (_, _) -> new Enclosures.Document("to-khai.pdf", "application/pdf", "%PDF".getBytes()));
  }

  private static Answers transport(
      String host, int port, MailSettings.Security security, Enclosures enclosures)
      throws Exception {
    var settings =
        new MailSettings(
            MailSettings.By.SMTP,
            host,
            port,
            security,
            null,
            null,
            "no-reply@example.vn",
            "Bảo hiểm xã hội",
            "hoi-dap@example.vn",
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            "test");
    var bundles =
        new DefaultSslBundleRegistry(
            "test",
            SslBundle.of(
                new JksSslStoreBundle(
                    null,
                    new JksSslStoreDetails(
                        "PKCS12", null, "file:" + certificate, Certificates.PASSWORD))));
    Properties properties = OutboxConfiguration.properties(settings, bundles);
    var letters = new MailLetters(settings, null, enclosures, Clock.systemUTC());
    return new Answers(
        new MailTransport(
            Session.getInstance(properties),
            settings,
            letters,
            Duration.ofMinutes(1),
            Clock.systemUTC()));
  }

  private static Outgoing message() {
    return message("an@example.vn");
  }

  private static Outgoing message(String recipient) {
    return new Outgoing(
        Ids.next(),
        MessageKind.REMINDER,
        Ids.next(),
        null,
        VIETNAMESE,
        1,
        recipient,
        Content.mail("Nhắc", "Xin chào"),
        null);
  }

  private static Outgoing message(Content content) throws IOException {
    return new Outgoing(
        Ids.next(),
        MessageKind.CODE,
        Ids.next(),
        null,
        VIETNAMESE,
        1,
        "an@example.vn",
        content,
        null);
  }

  private static final class Unwanted implements Enclosures {

    @Override
    public boolean isWanted(Content.Enclosure enclosure, UUID subjectId) {
      return false;
    }

    @Override
    public Document open(Content.Enclosure enclosure, UUID subjectId) {
      throw new AssertionError("nobody wants it");
    }
  }
}
