package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import javax.net.SocketFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import vn.ansinh.accounts.Channel;
import vn.ansinh.audit.Actor;
import vn.ansinh.portal.Window;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Field;
import vn.ansinh.registration.Submission;

/** The whole way of a notice that a server takes and nobody gets. */
class UndeliveredNoticesTest extends NoticesSetting {

  @Autowired FormEnclosures enclosures;
  @Autowired MailMarks marks;
  @Autowired BounceStore store;
  @Autowired Bounces bounces;
  @Autowired DeliveryReceipts receipts;
  @Autowired WebApplicationContext context;

  @BeforeEach
  void due() {
    sql.sql("update notifications.bounce_reading set due_at = '-infinity', holder = null").update();
  }

  @Test
  void an_approval_whose_e_mail_comes_back_is_a_task_and_stands_on_the_status_page()
      throws Exception {
    try (var mailbox = new ReturnedMail()) {
      var accepted = approved();
      run(courier(transport(mailbox)));
      var opened = message(accepted.id(), MessageKind.ACCOUNT_OPENED, Channel.EMAIL);
      assertThat(opened.state()).isEqualTo(DeliveryState.HANDED_OVER);
      var letter = letter(mailbox, opened);
      var envelope = letter.getHeader("Return-Path")[0];
      assertThat(envelope)
          .as("comes back to us, recognisable, and says nothing of anybody")
          .matches("<tra-lai\\+[a-z0-9]{41}@example\\.vn>")
          .contains(letter.getHeader("X-AnSinh-Message")[0])
          .doesNotContain(opened.id().toString());

      mailbox.arrive(new Dsn(envelope.replaceAll("[<>]", ""), "delayed", "4.2.2", "").text());
      read(mailbox);
      assertThat(status(accepted)).contains("người nhận chưa nhận được");
      assertThat(tasks(accepted.id())).isEmpty();

      mailbox.arrive(new Dsn(envelope.replaceAll("[<>]", ""), "failed", "5.2.2", "").text());
      read(mailbox);

      assertThat(status(accepted)).contains("thư bị trả lại", "hộp thư đã đầy");
      assertThat(tasks(accepted.id())).containsExactly("EMAIL");
      assertThat(messages.undeliverable(0)).extracting(Delivery::id).contains(opened.id());
      clock.advance(Duration.ofMinutes(2));
      assertThat(messages.resendBy(Channel.SMS, opened.id(), Actor.of(OFFICER)))
          .as("the officer has the other way")
          .isInstanceOf(Resending.Queued.class);
    }
  }

  @Test
  void an_approval_whose_sms_the_operator_gives_up_is_a_task_and_stands_on_the_status_page()
      throws Exception {
    try (var operator = new Operator()) {
      var accepted = approved();
      var transport = sms(operator);
      run(courier(transport));
      var opened = message(accepted.id(), MessageKind.ACCOUNT_OPENED, Channel.SMS);
      assertThat(opened.state()).isEqualTo(DeliveryState.HANDED_OVER);

      operator.report(operator.session(), providerId(opened), "UNDELIV");

      assertThat(status(accepted)).contains("số điện thoại không nhận tin");
      assertThat(tasks(accepted.id())).containsExactly("SMS");
      transport.close();
    }
  }

  @Test
  void without_a_mailbox_for_it_mail_comes_back_to_the_sender_as_before() throws Exception {
    try (var mailbox = new ReturnedMail()) {
      var accepted = applicants.submitted(typed());
      run(courier(transport(mailbox, null)));
      var sent = only(accepted.id(), Channel.EMAIL);
      var letter = letter(mailbox, sent);

      assertThat(letter.getHeader("Return-Path")).containsExactly("<no-reply@example.vn>");
      assertThat(letter.getHeader("X-AnSinh-Message")).isNull();
    }
  }

  @Test
  void where_addresses_take_no_mark_it_travels_in_a_header() throws Exception {
    try (var mailbox = new ReturnedMail()) {
      var accepted = applicants.submitted(typed());
      run(courier(transport(mailbox, new ReturnPath(plain(mailbox.settings()), marks))));
      var sent = only(accepted.id(), Channel.EMAIL);
      var letter = letter(mailbox, sent);
      assertThat(letter.getHeader("Return-Path")).containsExactly("<tra-lai@example.vn>");

      mailbox.arrive(
          new Dsn(
                  "tra-lai@example.vn",
                  "failed",
                  "5.1.1",
                  "X-AnSinh-Message: " + letter.getHeader("X-AnSinh-Message")[0])
              .text());
      read(mailbox);

      assertThat(only(accepted.id(), Channel.EMAIL).state()).isEqualTo(DeliveryState.FAILED);
      assertThat(tasks(accepted.id())).containsExactly("EMAIL");
    }
  }

  private static Map<Field, String> typed() {
    var typed = Applicants.stranger();
    return Applicants.typing(typed, Field.RECEIVES_BY_EMAIL, "false");
  }

  private Submission.Accepted approved() {
    var known = applicants.known();
    var accepted = applicants.confirmingPhones().submitted(known.typed());
    declarations.startReview(accepted.id(), OFFICER);
    var file = declarations.find(accepted.id()).orElseThrow();
    sent(Channel.EMAIL);
    sent(Channel.SMS);
    declarations.approve(file.id(), file.version(), OFFICER, known.person());
    return accepted;
  }

  private Delivery message(DeclarationId about, MessageKind kind, Channel channel) {
    return messages.of(about.value()).stream()
        .filter(it -> it.kind() == kind && it.channel() == channel)
        .findFirst()
        .orElseThrow();
  }

  private static MimeMessage letter(ReturnedMail mailbox, Delivery sent) throws Exception {
    for (var letter : mailbox.server.getReceivedMessages()) {
      if (letter.getMessageID().contains(sent.id().toString())) {
        return letter;
      }
    }
    throw new AssertionError(Arrays.toString(mailbox.server.getReceivedMessages()));
  }

  private String status(Submission.Accepted accepted) throws Exception {
    var server = MockMvcTester.from(context, it -> it.apply(springSecurity()).build());
    return new Window(server)
        .open("/status/" + accepted.statusSecret())
        .getResponse()
        .getContentAsString();
  }

  private String providerId(Delivery sent) {
    return sql.sql("select provider_id from notifications.message where id = :id")
        .param("id", sent.id())
        .query(String.class)
        .single();
  }

  private void read(ReturnedMail mailbox) {
    var settings = mailbox.settings();
    clock.advance(settings.every());
    var reader =
        new BounceReader(new BounceMailbox(settings, null), settings, store, marks, bounces, clock);
    assertThat(reader.round(() -> false)).isTrue();
  }

  private MailTransport transport(ReturnedMail mailbox) throws Exception {
    return transport(mailbox, new ReturnPath(mailbox.settings(), marks));
  }

  private MailTransport transport(ReturnedMail mailbox, ReturnPath returnPath) throws Exception {
    var settings =
        new MailSettings(
            MailSettings.By.SMTP,
            "localhost",
            mailbox.server.getSmtp().getPort(),
            MailSettings.Security.NONE,
            null,
            null,
            "no-reply@example.vn",
            "Bảo hiểm xã hội",
            null,
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            null);
    return new MailTransport(
        Session.getInstance(OutboxConfiguration.properties(settings, null)),
        settings,
        new MailLetters(settings, returnPath, enclosures, clock),
        Duration.ofMinutes(1),
        clock);
  }

  private static BounceSettings plain(BounceSettings with) {
    return new BounceSettings(
        with.host(),
        with.port(),
        with.security(),
        with.username(),
        with.passwordFile(),
        with.folder(),
        with.address(),
        "",
        with.every(),
        with.most(),
        with.leftFor(),
        with.mostLeft(),
        with.bytes(),
        with.connectTimeout(),
        with.timeout(),
        with.sslBundle());
  }

  private SmsTransport sms(Operator operator) {
    var settings =
        new SmsSettings(
            SmsSettings.By.SMPP,
            "localhost",
            operator.port(),
            false,
            Operator.SYSTEM_ID,
            Operator.PASSWORD,
            "",
            "BHXH",
            5,
            0,
            1,
            1,
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            null);
    return new SmsTransport(
        new SmppConnection(
            settings, new SmppSockets(SocketFactory.getDefault(), settings.timeout()), receipts),
        settings,
        Duration.ofMinutes(1),
        Clock.systemUTC());
  }
}
