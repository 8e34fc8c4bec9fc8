package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Channel;

class RelayTest extends OutboxSetting {

  static final OutboxSettings SELDOM_LOOKING =
      new OutboxSettings(
          true,
          4,
          10,
          Duration.ofHours(1),
          Duration.ofMinutes(3),
          15,
          Duration.ofMinutes(10),
          Duration.ofDays(1));

  @Autowired Bell bell;

  @Test
  void a_commit_wakes_the_relay() throws Exception {
    var handed = new CountDownLatch(3);
    var out =
        new Scripted(
            Channel.EMAIL,
            it -> {
              handed.countDown();
              return new Handing.HandedOver(null);
            });
    var relay = new Relay(List.of(courier(out)), bell, SELDOM_LOOKING);
    relay.start();

    for (int i = 0; i < 3; i++) {
      queue(Channel.EMAIL);
    }

    assertThat(handed.await(20, TimeUnit.SECONDS)).isTrue();
    relay.stop();
    assertThat(relay.isRunning()).isFalse();
  }

  @Test
  void a_mail_server_that_hangs_keeps_nobody_waiting_and_the_end_waits_for_what_is_in_hand()
      throws Exception {
    var inHand = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    var out =
        new Scripted(
            Channel.EMAIL,
            it -> {
              inHand.countDown();
              await(answer);
              return new Handing.HandedOver(null);
            });
    var relay = new Relay(List.of(courier(out)), bell, SELDOM_LOOKING);
    relay.start();
    var first = queue(Channel.EMAIL);
    assertThat(inHand.await(20, TimeUnit.SECONDS)).isTrue();

    var second = queue(Channel.EMAIL);
    assertThat(delivery(first).state()).isEqualTo(DeliveryState.SENDING);

    var stopping = Thread.ofVirtual().start(relay::stop);
    answer.countDown();
    stopping.join();
    assertThat(delivery(first).state()).isEqualTo(DeliveryState.HANDED_OVER);
    assertThat(delivery(second).state()).isIn(DeliveryState.QUEUED, DeliveryState.HANDED_OVER);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
