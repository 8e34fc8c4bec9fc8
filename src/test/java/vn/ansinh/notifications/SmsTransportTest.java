package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Channel;
import vn.ansinh.platform.Ids;

/** Against jSMPP's own server. */
class SmsTransportTest extends OutboxSetting {

  @Autowired DeliveryReceipts receipts;

  final BlockingQueue<SmsTransport> open = new LinkedBlockingQueue<>();

  @AfterEach
  void unbind() {
    open.forEach(SmsTransport::close);
  }

  @Test
  void a_message_goes_to_the_operator_in_the_default_alphabet() throws Exception {
    try (var operator = new Operator()) {
      assertThat(transport(operator.port()).hand(List.of(message("Ma la {482913}"))))
          .containsExactly(new Handing.HandedOver("M0"));

      var sent = operator.messages.getFirst();
      assertThat(sent.getDestAddress()).isEqualTo("84352153000");
      assertThat(sent.getDestAddrTon()).isEqualTo(SMPPConstant.TON_INTERNATIONAL);
      assertThat(sent.getDestAddrNpi()).isEqualTo(SMPPConstant.NPI_ISDN);
      assertThat(sent.getSourceAddr()).isEqualTo("BHXH");
      assertThat(sent.getSourceAddrTon()).isEqualTo(SMPPConstant.TON_ALPHANUMERIC);
      assertThat(sent.getDataCoding()).isZero();
      assertThat(sent.getRegisteredDelivery())
          .isEqualTo(SMPPConstant.REGDEL_SMSC_SUCCESS_FAILURE_REQUESTED);
      assertThat(sent.getValidityPeriod()).isEqualTo("000000000500000R");
      assertThat(sent.getShortMessage()).isEqualTo(SmsText.parts("Ma la {482913}").getFirst());
    }
  }

  @Test
  void a_long_message_goes_in_parts_that_belong_together() throws Exception {
    try (var operator = new Operator()) {
      assertThat(transport(operator.port()).hand(List.of(message("a".repeat(200)))))
          .containsExactly(new Handing.HandedOver("M1"));

      assertThat(operator.messages).hasSize(2).allMatch(it -> it.isUdhi());
      var first = operator.messages.getFirst().getShortMessage();
      var second = operator.messages.getLast().getShortMessage();
      assertThat(first).hasSize(159).startsWith(5, 0, 3).containsSequence(2, 1, 'a');
      assertThat(second).startsWith(5, 0, 3, first[3], 2, 2);
      assertThat(operator.messages.getFirst().getRegisteredDelivery()).isZero();
    }
  }

  @Test
  void too_fast_a_pace_ends_the_batch_and_a_wrong_number_does_not() throws Exception {
    try (var operator =
        new Operator()
            .answering(
                it ->
                    switch (it) {
                      case 0 -> SMPPConstant.STAT_ESME_RINVDSTADR;
                      case 1 -> 0;
                      default -> SMPPConstant.STAT_ESME_RTHROTTLED;
                    })) {
      assertThat(
              transport(operator.port())
                  .hand(List.of(message("1"), message("2"), message("3"), message("4"))))
          .containsExactly(
              new Handing.Refused("SMPP_B"),
              new Handing.HandedOver("M1"),
              new Handing.NotTried("SMPP_58"),
              new Handing.NotTried("BATCH_ENDED"));
    }
  }

  @Test
  void a_system_error_of_the_operator_is_tried_again() throws Exception {
    try (var operator = new Operator().answering(_ -> SMPPConstant.STAT_ESME_RSYSERR)) {
      assertThat(transport(operator.port()).hand(List.of(message("1"))))
          .containsExactly(new Handing.Deferred("SMPP_8"));
    }
  }

  @Test
  void a_wrong_password_and_a_closed_door_are_an_outage() throws Exception {
    int port;
    try (var operator = new Operator()) {
      port = operator.port();
      assertThat(transport(port, "falsch", SocketFactory.getDefault()).hand(List.of(message("1"))))
          .containsExactly(new Handing.Unreachable("UNREACHABLE"));
    }
    assertThat(transport(port).hand(List.of(message("1"))))
        .containsExactly(new Handing.Unreachable("UNREACHABLE"));
  }

  @Test
  void a_lost_connection_is_made_anew() throws Exception {
    try (var operator = new Operator()) {
      var transport = transport(operator.port());
      transport.hand(List.of(message("1")));
      var closed = new LinkedBlockingQueue<Boolean>();
      var session = operator.session();
      session.addSessionStateListener((now, _, _) -> closed.add(now.isNotClosed()));
      session.unbindAndClose();
      closed.poll(10, TimeUnit.SECONDS);

      Handing answer;
      do {
        answer = transport.hand(List.of(message("2"))).getFirst();
      } while (!(answer instanceof Handing.HandedOver));

      assertThat(operator.session()).isNotSameAs(session);
    }
  }

  @Test
  void a_receipt_turns_handed_over_into_delivered() throws Exception {
    try (var operator = new Operator()) {
      var id = queue(Channel.SMS, "Xin chao");
      var courier = courier(transport(operator.port()).transport());
      run(courier);
      assertThat(delivery(id).state()).isEqualTo(DeliveryState.HANDED_OVER);

      operator.report(operator.session(), "M0", "DELIVRD");

      assertThat(delivery(id).state()).isEqualTo(DeliveryState.DELIVERED);
      assertThat(delivery(id).closedAt()).isNotNull();
    }
  }

  @Test
  void a_receipt_of_failure_becomes_a_task_and_one_on_the_way_changes_nothing() throws Exception {
    try (var operator = new Operator()) {
      var id = queue(Channel.SMS, "Xin chao");
      run(courier(transport(operator.port()).transport()));
      var session = operator.session();

      operator.report(session, "M0", "ACCEPTD");
      assertThat(delivery(id).state()).isEqualTo(DeliveryState.HANDED_OVER);
      operator.report(session, "M0", "UNDELIV");

      assertThat(delivery(id).state()).isEqualTo(DeliveryState.FAILED);
      assertThat(delivery(id).problem()).isEqualTo("RECEIPT_UNDELIV");
      assertThat(
              sql.sql("select count(*) from audit.entry where subject_id = :id")
                  .param("id", id.toString())
                  .query(Long.class)
                  .single())
          .isEqualTo(1);
    }
  }

  @Test
  void a_receipt_in_parameters_is_read_as_well_and_those_win() throws Exception {
    try (var operator = new Operator()) {
      var first = queue(Channel.SMS, "Xin chao");
      var courier = courier(transport(operator.port()).transport());
      run(courier);
      var second = queue(Channel.SMS, "Xin chao");
      run(courier);
      var third = queue(Channel.SMS, "Xin chao");
      run(courier);
      var session = operator.session();

      operator.report(
          session,
          "",
          new OptionalParameter.Receipted_message_id("M0"),
          new OptionalParameter.Message_state((byte) 5));
      operator.report(
          session,
          "",
          new OptionalParameter.Message_payload("id:M1 stat:REJECTD err:000".getBytes()));
      operator.report(
          session, "id:M9 stat:DELIVRD", new OptionalParameter.Receipted_message_id("M2"));
      operator.report(session, "hello");
      operator.report(session, "", new OptionalParameter.Message_state((byte) 5));

      assertThat(delivery(first).problem()).isEqualTo("RECEIPT_UNDELIV");
      assertThat(delivery(second).problem()).isEqualTo("RECEIPT_REJECTD");
      assertThat(delivery(third).state()).isEqualTo(DeliveryState.DELIVERED);
    }
  }

  @Test
  void a_receipt_that_overtakes_the_hand_over_is_not_lost() {
    var id = queue(Channel.SMS, "Xin chao");
    var providerId = UUID.randomUUID().toString();
    receipts.delivered(providerId);

    run(courier(new Scripted(Channel.SMS, _ -> new Handing.HandedOver(providerId))));

    assertThat(delivery(id).state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void the_way_to_the_operator_can_be_tls_with_its_name_checked() throws Exception {
    var certificate = Certificates.localhost();
    var password = Certificates.PASSWORD.toCharArray();
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(certificate)) {
      store.load(in, password);
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    try (var operator = new Operator(tls.getServerSocketFactory().createServerSocket(0))) {
      assertThat(
              transport("localhost", operator.port(), Operator.PASSWORD, tls.getSocketFactory())
                  .hand(List.of(message("1"))))
          .containsExactly(new Handing.HandedOver("M0"));
      assertThat(
              transport("127.0.0.1", operator.port(), Operator.PASSWORD, tls.getSocketFactory())
                  .hand(List.of(message("1"))))
          .containsExactly(new Handing.Unreachable("UNREACHABLE"));
      assertThat(
              transport(
                      "localhost",
                      operator.port(),
                      Operator.PASSWORD,
                      SSLSocketFactory.getDefault())
                  .hand(List.of(message("1"))))
          .containsExactly(new Handing.Unreachable("UNREACHABLE"));
    }
  }

  private Answers transport(int port) {
    return transport(port, Operator.PASSWORD, SocketFactory.getDefault());
  }

  private Answers transport(int port, String password, SocketFactory sockets) {
    return transport("localhost", port, password, sockets);
  }

  private Answers transport(String host, int port, String password, SocketFactory sockets) {
    var settings =
        new SmsSettings(
            SmsSettings.By.SMPP,
            host,
            port,
            false,
            Operator.SYSTEM_ID,
            password,
            "",
            "BHXH",
            5,
            0,
            1,
            1,
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            null);
    var connection =
        new SmppConnection(settings, new SmppSockets(sockets, settings.timeout()), receipts);
    var transport =
        new SmsTransport(connection, settings, Duration.ofMinutes(1), Clock.systemUTC());
    open.add(transport);
    return new Answers(transport);
  }

  private static Outgoing message(String text) {
    return new Outgoing(
        Ids.next(),
        MessageKind.CODE,
        Ids.next(),
        null,
        Locale.of("vi"),
        1,
        "+84352153000",
        Content.sms(text),
        Clock.systemUTC().instant().plusSeconds(600));
  }
}
