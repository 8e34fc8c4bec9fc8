package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.IllegalTransactionStateException;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.CodePurpose;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.OneTimeCodes;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;

@ExtendWith(OutputCaptureExtension.class)
class OutboxTest extends OutboxSetting {

  @Autowired OneTimeCodes codes;

  @Test
  void what_was_rolled_back_says_nothing_to_anybody() {
    transaction.executeWithoutResult(
        status -> {
          secrets.sendCode(Ids.next(), null, Contact.phone("+84352153000"), "482913", VIETNAMESE);
          status.setRollbackOnly();
        });

    assertThat(sql.sql("select count(*) from notifications.message").query(Long.class).single())
        .isZero();
  }

  @Test
  void nothing_is_said_outside_a_transaction() {
    var addressee =
        new Outbox.Addressee(Ids.next(), null, Contact.email("an@example.vn"), VIETNAMESE);

    assertThatThrownBy(
            () -> outbox.add(MessageKind.REMINDER, addressee, Content.mail("a", "b"), null))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void what_was_handed_over_is_forgotten_but_that_it_was() {
    var id = queue(Channel.EMAIL);

    run(courier(Scripted.taking(Channel.EMAIL)));

    var delivery = delivery(id);
    assertThat(delivery.state()).isEqualTo(DeliveryState.HANDED_OVER);
    assertThat(delivery.handedOverAt()).isNotNull();
    assertThat(delivery.recipient()).isEqualTo("a***@example.vn");
    assertThat(delivery.stateKey()).isEqualTo("notices.state.handed-over.email");
    assertThat(
            sql.sql(
                    "select count(*) from notifications.message where content is not null or recipient is not null")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void a_secret_stands_in_no_table_and_in_no_log(CapturedOutput output) {
    var password = "Canary" + UUID.randomUUID();
    var person = PersonId.next();
    transaction.executeWithoutResult(
        _ ->
            secrets.sendFirstPassword(
                person,
                Contact.phone("+84352153000"),
                password,
                clock.instant().plus(Duration.ofHours(72)),
                VIETNAMESE));
    assertThat(rows()).noneMatch(it -> it.contains(password) || it.contains("352153000"));

    var out = Scripted.taking(Channel.SMS);
    run(courier(out));

    assertThat(out.taken)
        .singleElement()
        .satisfies(it -> assertThat(it.content().text()).contains(password));
    assertThat(rows()).noneMatch(it -> it.contains(password) || it.contains("352153000"));
    assertThat(
            sql.sql("select content is null from notifications.message where person_id = :person")
                .param("person", person.value())
                .query(Boolean.class)
                .single())
        .isTrue();
    assertThat(output.getAll()).doesNotContain(password).doesNotContain("352153000");
  }

  @Test
  void a_sender_that_dies_before_writing_it_down_repeats_the_same_message() {
    var code = Ids.next();
    transaction.executeWithoutResult(
        _ -> secrets.sendCode(code, null, Contact.email("an@example.vn"), "482913", VIETNAMESE));
    var dying = Scripted.taking(Channel.EMAIL);
    dying.hand(courier(dying).claim(), (_, _) -> {});

    var second = Scripted.taking(Channel.EMAIL);
    run(courier(second));
    assertThat(second.taken).as("while the lease lasts").isEmpty();
    clock.advance(Duration.ofMinutes(4));
    run(courier(second));

    assertThat(second.taken).hasSize(1);
    assertThat(second.taken.getFirst().id()).isEqualTo(dying.taken.getFirst().id());
    assertThat(second.taken.getFirst().content()).isEqualTo(dying.taken.getFirst().content());
    assertThat(second.taken.getFirst().attempt()).isEqualTo(2);
  }

  @Test
  void fifty_senders_hand_over_each_message_once() throws Exception {
    var queued = IntStream.range(0, 400).mapToObj(_ -> queue(Channel.SMS)).toList();
    var out = Scripted.taking(Channel.SMS);
    List<Callable<Void>> senders = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      senders.add(
          () -> {
            run(courier(out));
            return null;
          });
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var sender : threads.invokeAll(senders)) {
        sender.get();
      }
    }

    assertThat(out.taken).extracting(Outgoing::id).containsExactlyInAnyOrderElementsOf(queued);
  }

  @Test
  void a_deferred_message_waits_longer_each_time_and_is_given_up_at_last() {
    var id = queue(Channel.EMAIL);
    var out = new Scripted(Channel.EMAIL, _ -> new Handing.Deferred("SMTP_451"));
    var courier = courier(out);

    run(courier);
    var first = delivery(id);
    assertThat(first.state()).isEqualTo(DeliveryState.QUEUED);
    assertThat(first.problem()).isEqualTo("SMTP_451");
    assertThat(first.nextAttemptAt())
        .isAfter(clock.instant())
        .isBefore(clock.instant().plus(Duration.ofSeconds(5)));
    run(courier);
    assertThat(out.taken).as("not before its time").hasSize(1);

    for (int i = 0; i < 20; i++) {
      clock.advance(Duration.ofHours(1));
      run(courier);
    }

    assertThat(out.taken).hasSize(tools.settings().maxAttempts());
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.DEAD);
    assertThat(trail(id)).containsExactly("MESSAGE_UNDELIVERABLE");
  }

  @Test
  void a_dead_message_starts_over_as_the_same_message() {
    var id = queue(Channel.EMAIL);
    killByTrying(Channel.EMAIL);

    assertThat(deliveries.revive(id, clock.instant())).isTrue();
    var out = Scripted.taking(Channel.EMAIL);
    run(courier(out));

    assertThat(out.taken).extracting(Outgoing::id).containsExactly(id);
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.HANDED_OVER);
  }

  @Test
  void a_dead_secret_is_gone_for_good() {
    transaction.executeWithoutResult(
        _ ->
            secrets.sendFirstPassword(
                PersonId.next(),
                Contact.phone("+84352153000"),
                "first",
                clock.instant().plus(Duration.ofDays(30)),
                VIETNAMESE));
    killByTrying(Channel.SMS);

    var id = sql.sql("select id from notifications.message").query(UUID.class).single();
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.DEAD);
    assertThat(deliveries.revive(id, clock.instant())).isFalse();
  }

  @Test
  void a_refused_message_becomes_a_task_at_once() {
    var id = queue(Channel.EMAIL);

    run(courier(new Scripted(Channel.EMAIL, _ -> new Handing.Refused("SMTP_550"))));

    assertThat(delivery(id).state()).isEqualTo(DeliveryState.FAILED);
    assertThat(trail(id)).containsExactly("MESSAGE_UNDELIVERABLE");
  }

  @Test
  void what_nobody_wants_any_more_is_closed_and_is_nobodys_task() {
    var id = queue(Channel.EMAIL);

    run(courier(new Scripted(Channel.EMAIL, _ -> new Handing.Unwanted())));

    assertThat(delivery(id).state()).isEqualTo(DeliveryState.EXPIRED);
    assertThat(delivery(id).problem()).isEqualTo("UNWANTED");
    assertThat(trail(id)).isEmpty();
  }

  @Test
  void a_code_that_ran_out_is_never_sent() {
    transaction.executeWithoutResult(
        _ ->
            secrets.sendCode(
                Ids.next(), null, Contact.email("an@example.vn"), "482913", VIETNAMESE));
    clock.advance(tools.settings().codesWithin());
    var out = Scripted.taking(Channel.EMAIL);

    run(courier(out));

    assertThat(out.taken).isEmpty();
    var id = sql.sql("select id from notifications.message").query(UUID.class).single();
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.EXPIRED);
    assertThat(trail(id)).as("whoever waits for a code asks for another").isEmpty();
  }

  @Test
  void a_code_overtakes_a_crowd_of_notices() {
    IntStream.range(0, 50).forEach(_ -> queue(Channel.EMAIL));
    transaction.executeWithoutResult(
        _ ->
            secrets.sendCode(
                Ids.next(), null, Contact.email("an@example.vn"), "482913", VIETNAMESE));

    assertThat(courier(Scripted.taking(Channel.EMAIL)).claim())
        .extracting(Outgoing::kind)
        .contains(MessageKind.CODE);
  }

  @Test
  void the_five_minutes_of_a_code_begin_when_it_leaves() {
    var subject = Ids.next();
    codes.send(
        CodePurpose.CONFIRM_DECLARATION,
        subject,
        Contact.email(UUID.randomUUID() + "@example.vn"),
        VIETNAMESE,
        "network-" + subject);
    assertThat(codes.state(CodePurpose.CONFIRM_DECLARATION, subject).orElseThrow().handedOffAt())
        .isNull();
    clock.advance(Duration.ofMinutes(2));

    run(courier(Scripted.taking(Channel.EMAIL)));

    assertThat(codes.state(CodePurpose.CONFIRM_DECLARATION, subject).orElseThrow().expiresAt())
        .isBetween(
            clock.instant().plus(Duration.ofSeconds(290)),
            clock.instant().plus(Duration.ofSeconds(300)));
  }

  @Test
  void an_outage_costs_no_tries_and_stops_the_running_against_the_wall() {
    var id = queue(Channel.SMS);
    var out = new Scripted(Channel.SMS, _ -> new Handing.Unreachable("UNREACHABLE"));
    var courier = courier(out);

    for (int i = 0; i < 50; i++) {
      run(courier);
      clock.advance(Duration.ofSeconds(6));
    }

    assertThat(courier.isBroken()).isTrue();
    assertThat(out.taken).hasSizeLessThan(15);
    assertThat(delivery(id).attempts()).isZero();
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.QUEUED);
  }

  @Test
  void a_message_that_takes_every_sender_down_is_given_up_as_well() {
    var id = queue(Channel.EMAIL);
    var attempts = new AtomicInteger();
    var courier =
        courier(
            new Scripted(
                Channel.EMAIL,
                _ -> {
                  attempts.incrementAndGet();
                  throw new IllegalStateException("sender down");
                }));

    for (int i = 0; i < 40; i++) {
      run(courier);
      clock.advance(Duration.ofMinutes(10));
    }

    assertThat(attempts.get()).isEqualTo(tools.settings().maxAttempts());
    assertThat(delivery(id).state()).isEqualTo(DeliveryState.DEAD);
  }

  private void killByTrying(Channel channel) {
    var courier = courier(new Scripted(channel, _ -> new Handing.Deferred("SMTP_451")));
    for (int i = 0; i < tools.settings().maxAttempts(); i++) {
      run(courier);
      clock.advance(Duration.ofHours(1));
    }
  }

  private List<String> trail(UUID message) {
    return sql.sql("select action from audit.entry where subject_id = :id")
        .param("id", message.toString())
        .query(String.class)
        .list();
  }

  private List<String> rows() {
    return sql.sql("select * from notifications.message").query().listOfRows().stream()
        .map(
            row ->
                row.values().stream()
                    .map(it -> it instanceof byte[] bytes ? new String(bytes) : "" + it)
                    .collect(Collectors.joining("|")))
        .toList();
  }
}
