package vn.ansinh.notifications;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Contact;
import vn.ansinh.platform.Ids;
import vn.ansinh.registration.Applicants;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestDatabase;

/** An application on a database of its own whose relay stands still, so that a test moves it. */
@SpringBootTest(properties = "ansinh.outbox.running=false")
@Import({TestClock.Configured.class, Applicants.class, NoticesSetting.Failing.class})
abstract class OutboxSetting {

  private static final String DATABASE = TestDatabase.installed();

  static final Locale VIETNAMESE = Locale.of("vi");

  @Autowired Settlement.Tools tools;
  @Autowired Outbox outbox;
  @Autowired SecretNotices secrets;
  @Autowired DeliveryStore deliveries;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient sql;
  @Autowired TestClock clock;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", () -> DATABASE);
  }

  @BeforeEach
  @AfterEach
  void empty() {
    clock.reset();
    sql.sql("delete from notifications.message").update();
    sql.sql("delete from notifications.receipt").update();
  }

  UUID queue(Channel channel) {
    return queue(channel, "Xin chào " + UUID.randomUUID());
  }

  UUID queue(Channel channel, String text) {
    var to =
        channel == Channel.SMS ? Contact.phone("+84352153000") : Contact.email("an@example.vn");
    var addressee = new Outbox.Addressee(Ids.next(), null, to, VIETNAMESE);
    var content = channel == Channel.SMS ? Content.sms(text) : Content.mail("Thư", text);
    return transaction.execute(
        _ -> outbox.add(MessageKind.DECLARATION_RETURNED, addressee, content, null));
  }

  Courier courier(Transport transport) {
    return new Courier(transport, tools);
  }

  /** Takes and delivers until nothing is due. */
  static void run(Courier courier) {
    for (var batch = courier.claim(); !batch.isEmpty(); batch = courier.claim()) {
      courier.deliver(batch);
    }
  }

  Delivery delivery(UUID message) {
    return deliveries.find(message).orElseThrow();
  }

  /** Another organization's server, as far as the outbox is concerned. */
  static final class Scripted implements Transport {

    final List<Outgoing> taken = new CopyOnWriteArrayList<>();
    private final Channel channel;
    private final Function<Outgoing, Handing> script;

    Scripted(Channel channel, Function<Outgoing, Handing> script) {
      this.channel = channel;
      this.script = script;
    }

    static Scripted taking(Channel channel) {
      return new Scripted(channel, it -> new Handing.HandedOver("Q-" + it.id()));
    }

    @Override
    public Channel channel() {
      return channel;
    }

    @Override
    public void hand(List<Outgoing> batch, BiConsumer<Outgoing, Handing> told) {
      for (var message : batch) {
        taken.add(message);
        told.accept(message, script.apply(message));
      }
    }
  }
}
