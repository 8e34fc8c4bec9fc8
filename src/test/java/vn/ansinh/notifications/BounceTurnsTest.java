package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import vn.ansinh.platform.Ids;

/** Several nodes, one mailbox; and everything that may break under a reader. */
class BounceTurnsTest extends BounceSetting {

  @Test
  void of_many_readers_one_has_the_turn_and_the_others_go_on_without_it() throws Exception {
    mailbox.arrive(Dsn.failed(marks.of(sent()), "5.1.1").text());
    var barrier = new CyclicBarrier(8);
    Callable<Boolean> each =
        () -> {
          barrier.await(20, TimeUnit.SECONDS);
          return reader().round(() -> false);
        };

    assertThat(together(each, 8)).containsOnlyOnce(true);
  }

  @Test
  void two_who_read_the_same_mail_at_once_count_it_once() throws Exception {
    var id = sent();
    mailbox.arrive(Dsn.failed(marks.of(id), "5.1.1").text());
    var both = new CyclicBarrier(2);
    Callable<Boolean> each =
        () -> {
          new BounceMailbox(mailbox.settings(), null)
              .visit(
                  Instant.EPOCH,
                  (Read)
                      (mail, at) -> {
                        await(both);
                        return bounces.settle(new BounceReport(marks).read(mail), at);
                      });
          return true;
        };

    assertThat(together(each, 2)).containsOnly(true);

    assertThat(delivery(id).state()).isEqualTo(DeliveryState.FAILED);
    assertThat(lines(id)).isEqualTo(1);
    assertThat(mailbox.left()).isEmpty();
  }

  @Test
  void killed_between_understanding_and_deleting_it_is_understood_again_and_counts_once()
      throws Exception {
    var id = sent();
    mailbox.arrive(Dsn.failed(marks.of(id), "5.1.1").text());
    assertThatThrownBy(
            () ->
                new BounceMailbox(mailbox.settings(), null)
                    .visit(
                        Instant.EPOCH,
                        (Read)
                            (mail, at) -> {
                              bounces.settle(new BounceReport(marks).read(mail), at);
                              throw new Killed();
                            }))
        .isInstanceOf(Killed.class);
    assertThat(lines(id)).isEqualTo(1);
    assertThat(mailbox.left()).hasSize(1);

    read();

    assertThat(lines(id)).isEqualTo(1);
    assertThat(mailbox.left()).isEmpty();
  }

  @Test
  void killed_between_marking_and_deleting_it_is_gone_the_next_time() throws Exception {
    mailbox.arrive(Dsn.failed(marks.of(sent()), "5.1.1").text());
    for (var mail : mailbox.left()) {
      mailbox.inbox().setFlags(new Flags(Flags.Flag.DELETED), true, mail.getUid(), null, false);
    }
    assertThat(deleted()).isEqualTo(1);

    read();

    assertThat(mailbox.left()).isEmpty();
  }

  @Test
  void a_database_that_is_away_leaves_the_mail_where_it_is() throws Exception {
    var id = sent();
    mailbox.arrive(Dsn.failed(marks.of(id), "5.1.1").text());
    assertThatThrownBy(
            () ->
                new BounceMailbox(mailbox.settings(), null)
                    .visit(
                        Instant.EPOCH,
                        (Read)
                            (_, _) -> {
                              throw new org.springframework.dao
                                  .TransientDataAccessResourceException("away");
                            }))
        .isInstanceOf(org.springframework.dao.DataAccessException.class);
    assertThat(mailbox.flagged()).isZero();

    read();
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.FAILED);
  }

  @Test
  void a_node_that_died_loses_its_turn_after_a_while() {
    var now = clock.instant();
    assertThat(store.begin(Ids.next(), now, now.plus(Duration.ofMinutes(10)))).isTrue();
    assertThat(reader().round(() -> false)).isFalse();
    clock.advance(Duration.ofMinutes(10));
    assertThat(reader().round(() -> false)).isTrue();
    assertThat(reader().round(() -> false)).as("once in an interval").isFalse();
  }

  @Test
  void who_comes_back_late_does_not_end_somebody_else_s_turn() {
    var now = clock.instant();
    var late = Ids.next();
    store.begin(late, now, now);
    assertThat(store.begin(Ids.next(), now, now.plus(Duration.ofMinutes(10)))).isTrue();
    store.end(late, now, now, null, null);
    assertThat(store.begin(Ids.next(), now, now)).isFalse();
  }

  @Test
  void a_stop_leaves_the_rest_for_another_time() throws Exception {
    mailbox.arrive(Dsn.failed(marks.of(sent()), "5.1.1").text());
    assertThat(reader().round(() -> true)).isTrue();
    assertThat(mailbox.left()).hasSize(1);
  }

  @Test
  void what_keeps_the_mailbox_from_being_read_is_known_until_it_is_read(@TempDir Path files)
      throws Exception {
    var wrong = Files.writeString(files.resolve("password"), "falsch");
    read(mailbox.settings("localhost", mailbox.imapPort(), wrong, 200, null));
    assertThat(store.reading().problem()).isEqualTo("SIGN_IN_REFUSED");
    read(mailbox.settings("localhost", mailbox.imapPort(), Path.of("/nowhere"), 200, null));
    assertThat(store.reading().problem()).isEqualTo("NO_PASSWORD");
    read(mailbox.settings(mailbox.server.getSmtp().getPort() == 1 ? 2 : 1, 200));
    assertThat(store.reading().problem()).isEqualTo("UNREACHABLE");
    assertThat(watch.state().broken()).isTrue();
    assertThat(watch.state().readAt()).isNull();

    read();
    assertThat(watch.state().broken()).isFalse();
    assertThat(store.reading().at()).isNotNull();
  }

  @Test
  void the_way_to_the_mailbox_is_tls_with_its_name_checked() throws Exception {
    var certificate = Certificates.ofGreenMail();
    try (var tls = new ReturnedMail(ServerSetup.PROTOCOL_IMAPS)) {
      var id = sent();
      tls.arrive(Dsn.failed(marks.of(id), "5.1.1").text());
      for (var host : List.of("127.0.0.1", "localhost")) {
        var settings = tls.settings(host, tls.imapPort(), tls.passwordFile(), 200, "test");
        clock.advance(settings.every());
        new BounceReader(
                new BounceMailbox(settings, trusting(certificate)),
                settings,
                store,
                marks,
                bounces,
                clock)
            .round(() -> false);
        assertThat(delivery(id).state())
            .as(host)
            .isEqualTo(host.equals("localhost") ? DeliveryState.FAILED : DeliveryState.HANDED_OVER);
      }
    }
  }

  private static SslBundles trusting(Path certificate) {
    return new DefaultSslBundleRegistry(
        "test",
        SslBundle.of(
            new JksSslStoreBundle(
                null,
                new JksSslStoreDetails(
                    "PKCS12", null, "file:" + certificate, Certificates.PASSWORD))));
  }

  private static List<Boolean> together(Callable<Boolean> each, int times) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new java.util.ArrayList<Future<Boolean>>();
      for (int i = 0; i < times; i++) {
        answers.add(threads.submit(each));
      }
      var all = new java.util.ArrayList<Boolean>();
      for (var answer : answers) {
        all.add(answer.get(60, TimeUnit.SECONDS));
      }
      return all;
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** A reader in one line. */
  private interface Read extends BounceMailbox.Reader {

    @Override
    default boolean goesOn() {
      return true;
    }

    @Override
    boolean read(byte[] beginning, Instant receivedAt);
  }

  private static final class Killed extends Error {}
}
