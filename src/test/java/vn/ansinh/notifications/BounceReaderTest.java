package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Channel;
import vn.ansinh.platform.Ids;

/** What comes back by mail, read from a real mailbox. */
class BounceReaderTest extends BounceSetting {

  @Autowired MeterRegistry meters;
  @Autowired OutboxSweep sweep;

  @Test
  void an_e_mail_that_comes_back_counts_as_undelivered_with_time_and_reason() throws Exception {
    var id = sent();
    mailbox.arrive(Dsn.failed(marks.of(id), "5.1.1").text());

    read();

    assertThat(delivery(id).state()).isEqualTo(DeliveryState.FAILED);
    assertThat(delivery(id).problem()).isEqualTo("BOUNCE_5_1_1");
    assertThat(delivery(id).stateKey()).isEqualTo("notices.state.returned.no-mailbox");
    assertThat(delivery(id).closedAt()).isBetween(delivery(id).queuedAt(), clock.instant());
    assertThat(lines(id)).isEqualTo(1);
    assertThat(mailbox.left()).as("it has served its purpose").isEmpty();
  }

  @Test
  void a_delay_is_shown_and_decides_nothing() throws Exception {
    var id = sent();
    mailbox.arrive(Dsn.delayed(marks.of(id)).text());
    read();

    assertThat(delivery(id).state()).isEqualTo(DeliveryState.HANDED_OVER);
    assertThat(delivery(id).stateKey()).isEqualTo("notices.state.delayed");
    assertThat(delivery(id).at()).isEqualTo(delivery(id).delayedAt());
    assertThat(lines(id)).isZero();
    assertThat(mailbox.left()).isEmpty();

    mailbox.arrive(Dsn.failed(marks.of(id), "4.4.7").text());
    mailbox.arrive(Dsn.delayed(marks.of(id)).text());
    read();
    assertThat(delivery(id).stateKey()).isEqualTo("notices.state.returned.unreachable");
    assertThat(delivery(id).isDelayed()).isFalse();
    assertThat(lines(id)).isEqualTo(1);
  }

  @Test
  void a_message_on_its_way_to_another_try_is_not_tried_again() throws Exception {
    var id = queue(Channel.EMAIL);
    var cut = courier(new Scripted(Channel.EMAIL, _ -> new Handing.CutOff("CONNECTION_CUT")));
    cut.deliver(cut.claim());
    mailbox.arrive(Dsn.failed(marks.of(id), "5.2.1").text());

    read();

    assertThat(delivery(id).state()).isEqualTo(DeliveryState.FAILED);
    clock.advance(java.time.Duration.ofHours(2));
    var later = Scripted.taking(Channel.EMAIL);
    run(courier(later));
    assertThat(later.taken).isEmpty();
  }

  @Test
  void a_report_that_overtakes_the_word_of_the_hand_over_stands() throws Exception {
    var id = queue(Channel.EMAIL);
    var courier = courier(Scripted.taking(Channel.EMAIL));
    var held = courier.claim();
    mailbox.arrive(Dsn.failed(marks.of(id), "5.1.1").text());
    read();

    courier.deliver(held);

    assertThat(delivery(id).state()).isEqualTo(DeliveryState.FAILED);
    assertThat(lines(id)).isEqualTo(1);
  }

  @Test
  void a_code_that_comes_back_is_known_but_nobody_s_task() throws Exception {
    var code = Ids.next();
    var to = vn.ansinh.accounts.Contact.email("an@example.vn");
    transaction.executeWithoutResult(
        _ -> secrets.sendCode(code, null, to, "482913", Locale.of("vi")));
    var out = Scripted.taking(Channel.EMAIL);
    run(courier(out));
    var id = out.taken.getFirst().id();
    mailbox.arrive(Dsn.failed(marks.of(id), "5.1.1").text());

    read();

    assertThat(delivery(id).state()).isEqualTo(DeliveryState.FAILED);
    assertThat(lines(id)).isZero();
  }

  @Test
  void what_is_not_ours_stays_flagged_is_counted_and_is_not_read_again() throws Exception {
    var before = counted("unknown");
    mailbox.arrive("From: an@example.com\nTo: <tra-lai@example.vn>\nSubject: Hỏi\n\nXin chào\n");
    mailbox.arrive(Dsn.failed("a".repeat(41), "5.1.1").text());

    read();
    read();

    assertThat(mailbox.left()).hasSize(2);
    assertThat(mailbox.flagged()).isEqualTo(2);
    assertThat(counted("unknown") - before).isEqualTo(2);
  }

  @Test
  void what_nobody_understands_is_left_for_a_time_and_in_a_number_that_have_a_bound()
      throws Exception {
    for (int i = 0; i < ReturnedMail.MOST_LEFT + 2; i++) {
      mailbox.arrive("Subject: Quang cao " + i + "\r\n\r\nMua di");
    }
    read(mailbox.settings(mailbox.imapPort(), 2));
    assertThat(store.reading().waiting()).as("the backlog").isEqualTo(3);
    assertThat(store.reading().left()).isEqualTo(2);
    read();
    assertThat(store.reading().waiting()).isZero();
    assertThat(store.reading().left()).isEqualTo(ReturnedMail.MOST_LEFT);
    assertThat(mailbox.left()).as("the oldest are gone").hasSize(ReturnedMail.MOST_LEFT);
    clock.advance(Duration.ofDays(31));
    read();
    assertThat(mailbox.left()).isEmpty();
    assertThat(store.reading().left()).isZero();
  }

  @Test
  void a_report_about_a_message_long_forgotten_is_put_away() throws Exception {
    var before = counted("forgotten");
    mailbox.arrive(Dsn.failed(marks.of(UUID.randomUUID()), "5.1.1").text());
    read();

    assertThat(mailbox.left()).isEmpty();
    assertThat(counted("forgotten") - before).isEqualTo(1);
  }

  @Test
  void absence_notes_are_put_away_and_change_nothing() throws Exception {
    var id = sent();
    mailbox.arrive(
        "To: <%s>\nAuto-Submitted: auto-replied\n\nTôi đi vắng.\n"
            .formatted(Dsn.envelope(marks.of(id))));
    read();

    assertThat(mailbox.left()).isEmpty();
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.HANDED_OVER);
  }

  @Test
  void an_sms_is_not_failed_by_mail() throws Exception {
    var id = queue(Channel.SMS);
    run(courier(Scripted.taking(Channel.SMS)));
    mailbox.arrive(Dsn.failed(marks.of(id), "5.1.1").text());
    read();

    assertThat(delivery(id).state()).isEqualTo(DeliveryState.HANDED_OVER);
  }

  @Test
  void a_huge_mail_is_read_at_its_beginning_and_no_more_than_so_many_at_once() throws Exception {
    var first = sent();
    mailbox.arrive(
        Dsn.failed(marks.of(first), "5.2.2").text()
            + ("Xin chao " + "a".repeat(70) + "\n").repeat(60_000));
    var second = sent();
    mailbox.arrive(Dsn.failed(marks.of(second), "5.2.2").text());
    var few = mailbox.settings(mailbox.imapPort(), 1);

    read(few);
    assertThat(delivery(first).state()).isEqualTo(DeliveryState.FAILED);
    assertThat(delivery(second).state()).isEqualTo(DeliveryState.HANDED_OVER);
    read(few);
    assertThat(delivery(second).state()).isEqualTo(DeliveryState.FAILED);
  }

  @Test
  void a_dismissed_or_repeated_message_is_past_failing() throws Exception {
    var id = sent();
    mailbox.arrive(Dsn.failed(marks.of(id), "5.1.1").text());
    mailbox.arrive(Dsn.failed(marks.of(id), "5.7.1").text());
    var before = counted("repeated");
    read();

    assertThat(delivery(id).problem()).as("the first word stands").isEqualTo("BOUNCE_5_1_1");
    assertThat(counted("repeated") - before).isEqualTo(1);
    assertThat(lines(id)).isEqualTo(1);
  }

  @Test
  void the_share_that_comes_back_is_known_and_alarms() throws Exception {
    for (int i = 0; i < 20; i++) {
      var id = sent();
      if (i < 2) {
        mailbox.arrive(Dsn.failed(marks.of(id), "5.7.1").text());
      }
    }
    assertThat(watch.state().isAlarming()).isFalse();
    read();

    var state = watch.state();
    assertThat(state.mails()).isEqualTo(20);
    assertThat(state.returned()).isEqualTo(2);
    assertThat(state.share()).isEqualTo(0.1);
    assertThat(state.isAlarming()).isTrue();
    assertThat(state.readAt()).isNotNull();
  }

  private double counted(String outcome) {
    return meters.counter("ansinh.bounces.read", "outcome", outcome).count();
  }
}
