package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import vn.ansinh.accounts.Channel;
import vn.ansinh.audit.Actor;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationExpired;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.DeclarationReminderDue;
import vn.ansinh.registration.DeclarationSubmitted;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Field;
import vn.ansinh.registration.HandIn;

@Import({Applicants.class, RegistrationNoticesTest.Failing.class})
class RegistrationNoticesTest extends OutboxSetting {

  static final OfficerId OFFICER = Applicants.OFFICER;
  static final AtomicBoolean FAILING = new AtomicBoolean();

  @Autowired Applicants applicants;
  @Autowired Declarations declarations;
  @Autowired Deliveries messages;
  @Autowired ApplicationEventPublisher events;
  @Autowired DeclarationNotices notices;
  @Autowired Consents consents;

  @Test
  void a_declaration_is_acknowledged_by_e_mail_with_form_01_and_by_sms() {
    var accepted = applicants.confirmingPhones().submitted(Applicants.stranger());

    var mail = sent(Channel.EMAIL).getFirst();
    assertThat(mail.kind()).isEqualTo(MessageKind.DECLARATION_RECEIVED);
    assertThat(mail.content().enclosure()).isEqualTo(Content.Enclosure.FORM_01);
    assertThat(mail.content().title()).contains(accepted.code().value());
    assertThat(mail.content().text())
        .contains("Kính gửi Nguyễn Thị Hoà Mẫu", "/status/" + accepted.statusSecret(), "[07919]");
    var sms = sent(Channel.SMS).getFirst();
    assertThat(sms.content().text())
        .startsWith("BHXH: Da ghi nhan to khai " + accepted.code().value())
        .doesNotContain(accepted.statusSecret());
    assertThat(sms.subjectId()).isEqualTo(accepted.id().value());
  }

  @Test
  void whoever_hands_in_on_paper_is_told_until_when_and_where() {
    var accepted =
        applicants
            .confirmingPhones()
            .submitted(
                Applicants.typing(Applicants.stranger(), Field.HAND_IN, HandIn.AT_DESK.name()));

    var until = VietnamTime.show(declarations.find(accepted.id()).orElseThrow().clock().actBy());
    assertThat(sent(Channel.EMAIL).getFirst())
        .satisfies(it -> assertThat(it.kind()).isEqualTo(MessageKind.PAPER_AWAITED))
        .satisfies(it -> assertThat(it.content().text()).contains(until, "[07919]"));
    assertThat(sent(Channel.SMS).getFirst().content().text()).contains(until);
  }

  @Test
  void without_the_tick_form_01_is_not_attached_and_without_an_address_there_is_no_e_mail() {
    applicants.submitted(
        Applicants.typing(Applicants.stranger(), Field.RECEIVES_BY_EMAIL, "false"));
    assertThat(sent(Channel.EMAIL).getFirst().content().enclosure()).isNull();

    applicants.submitted(
        Applicants.typing(
            Applicants.typing(Applicants.stranger(), Field.RECEIVES_BY_EMAIL, "false"),
            Field.EMAIL,
            ""));
    assertThat(sent(Channel.EMAIL)).isEmpty();
    assertThat(sent(Channel.SMS)).hasSize(2);
  }

  @Test
  void after_the_consent_is_withdrawn_form_01_is_not_attached_any_more() {
    var id = applicants.submitted(Applicants.stranger()).id();
    assertThat(sent(Channel.EMAIL).getFirst().content().enclosure())
        .isEqualTo(Content.Enclosure.FORM_01);
    consents.withdrawUnsigned(
        id.value(), Purpose.FORM_BY_EMAIL, new Said(Place.STATUS_PAGE, "", "vi"));
    transaction.executeWithoutResult(
        _ -> notices.tell(MessageKind.DECLARATION_RECEIVED, id, Channel.EMAIL));
    assertThat(sent(Channel.EMAIL).getFirst().content().enclosure()).isNull();
  }

  @Test
  void a_phone_only_named_learns_nothing_about_the_declaration_and_not_without_end() {
    var typed = Applicants.stranger();
    var file = applicants.inReview(typed);
    var code = file.code().value();
    for (var kind : MessageKind.values()) {
      if (!kind.isSecret()) {
        transaction.executeWithoutResult(_ -> notices.tell(kind, file.id()));
      }
    }

    assertThat(sent(Channel.SMS))
        .hasSize(3)
        .extracting(it -> it.content().text())
        .allSatisfy(
            it ->
                assertThat(it)
                    .contains("ghi so dien thoai nay")
                    .doesNotContain(code, "Mau", "/status"));
    assertThat(withheld(file.id())).isPositive();
    assertThat(sent(Channel.EMAIL)).hasSizeGreaterThan(10);
  }

  @Test
  void an_address_gets_forty_notices_a_day_at_most_over_all_declarations() {
    var typed = Applicants.stranger();
    var file = applicants.inReview(typed);
    for (int i = 0; i < 60; i++) {
      transaction.executeWithoutResult(_ -> notices.tell(MessageKind.REMINDER, file.id()));
    }
    assertThat(sent(Channel.EMAIL)).hasSize(40);
    clock.advance(Duration.ofDays(1));
    transaction.executeWithoutResult(_ -> notices.tell(MessageKind.REMINDER, file.id()));
    assertThat(sent(Channel.EMAIL)).hasSize(1);
  }

  @Test
  void whose_phone_somebody_else_confirms_is_told_by_e_mail_and_gets_no_more_sms() {
    var typed = Applicants.stranger();
    var loser = applicants.submitted(typed);
    sent(Channel.SMS);
    var owner =
        applicants
            .confirmingPhones()
            .submitted(
                Applicants.typing(Applicants.stranger(), Field.PHONE, typed.get(Field.PHONE)));

    assertThat(last(Channel.EMAIL, MessageKind.PHONE_LOST).subjectId())
        .isEqualTo(loser.id().value());
    assertThat(sent(Channel.SMS))
        .extracting(Outgoing::subjectId)
        .containsExactly(owner.id().value());
    declarations.withdraw(loser.id());
    assertThat(sent(Channel.SMS)).isEmpty();
  }

  @Test
  void a_declaration_that_was_not_kept_is_not_acknowledged() {
    FAILING.set(true);
    assertThatThrownBy(() -> applicants.submit(Applicants.stranger()))
        .hasMessage("after the notices");

    assertThat(sent(Channel.EMAIL)).isEmpty();
    assertThat(sent(Channel.SMS)).isEmpty();
  }

  @Test
  void a_return_says_what_is_wrong_what_to_do_and_what_the_officer_adds() {
    applicants.confirmingPhones().returned(Applicants.stranger(), "PHOTO_UNREADABLE");

    var mail = last(Channel.EMAIL, MessageKind.DECLARATION_RETURNED);
    assertThat(mail.content().text())
        .contains("– Ảnh giấy tờ bị mờ", "Vui lòng chụp lại", "Ảnh mặt trước bị mờ", "/status/");
    assertThat(last(Channel.SMS, MessageKind.DECLARATION_RETURNED).content().text())
        .contains("can bo sung");
  }

  @Test
  void a_rejection_goes_out_by_both_channels() {
    var file = applicants.confirmingPhones().inReview(Applicants.stranger());
    declarations.reject(file.id(), file.version(), OFFICER, List.of(), "Không đúng đối tượng");

    assertThat(last(Channel.EMAIL, MessageKind.DECLARATION_REJECTED).content().text())
        .contains("không được chấp nhận", "Không đúng đối tượng");
    assertThat(last(Channel.SMS, MessageKind.DECLARATION_REJECTED).content().text())
        .contains("khong chap nhan to khai");
  }

  @Test
  void an_approval_names_the_account_and_the_password_comes_on_its_own() {
    var known = applicants.known();
    var file = applicants.inReview(known.typed());
    declarations.approve(file.id(), file.version(), OFFICER, known.person());

    var all = Stream.concat(sent(Channel.EMAIL).stream(), sent(Channel.SMS).stream()).toList();
    assertThat(all).extracting(Outgoing::kind).contains(MessageKind.ACCOUNT_OPENED);
    var number = known.typed().get(Field.NUMBER);
    var paper = known.typed().get(Field.PAPER_NUMBER);
    var passwords = all.stream().filter(it -> it.kind() == MessageKind.FIRST_PASSWORD).toList();
    assertThat(passwords).hasSize(1);
    assertThat(all).allSatisfy(it -> assertThat(it.content().text()).doesNotContain(number, paper));
  }

  @Test
  void the_last_message_of_a_withdrawn_declaration_is_written_before_it_is_erased() {
    var accepted = applicants.submitted(Applicants.stranger());
    sent(Channel.EMAIL);
    sent(Channel.SMS);
    declarations.withdraw(accepted.id());

    assertThat(last(Channel.EMAIL, MessageKind.DECLARATION_WITHDRAWN).content().text())
        .contains("đã được rút", accepted.code().value())
        .doesNotContain("/status/");
    assertThat(messages.of(accepted.id().value()))
        .as("the earlier ones are forgotten with the declaration")
        .extracting(Delivery::kind)
        .containsOnly(MessageKind.DECLARATION_WITHDRAWN);
  }

  @Test
  void the_seventh_and_the_tenth_day_are_told() {
    var accepted =
        applicants
            .confirmingPhones()
            .submitted(
                Applicants.typing(Applicants.stranger(), Field.HAND_IN, HandIn.BY_POST.name()));
    var person = declarations.find(accepted.id()).orElseThrow().person();
    transaction.executeWithoutResult(
        _ -> {
          events.publishEvent(new DeclarationReminderDue(accepted.id(), person));
          events.publishEvent(new DeclarationExpired(accepted.id(), person, "07919"));
        });

    assertThat(sent(Channel.SMS))
        .extracting(it -> it.content().text())
        .anyMatch(it -> it.contains("dang cho ban den het ngay"))
        .anyMatch(it -> it.contains("da bi xoa"));
  }

  @Test
  void a_notice_is_sent_again_and_by_another_way_but_not_twice_in_a_minute() {
    var accepted = applicants.submitted(Applicants.stranger());
    sent(Channel.EMAIL);
    sent(Channel.SMS);
    var sms = only(accepted.id(), Channel.SMS);

    assertThat(messages.resend(sms.id(), Actor.of(OFFICER))).isInstanceOf(Resending.TooSoon.class);
    clock.advance(Duration.ofMinutes(2));
    assertThat(messages.resend(sms.id(), Actor.of(OFFICER))).isInstanceOf(Resending.Queued.class);
    assertThat(messages.resendBy(Channel.EMAIL, sms.id(), Actor.of(OFFICER)))
        .isInstanceOf(Resending.Queued.class);

    assertThat(sent(Channel.EMAIL).getFirst().content().title()).contains(accepted.code().value());
    assertThat(sent(Channel.SMS)).hasSize(1);
    assertThat(messages.of(accepted.id().value())).hasSize(4);
  }

  @Test
  void nothing_is_sent_again_once_the_declaration_is_erased_nor_ever_a_secret() {
    var known = applicants.known();
    var file = applicants.confirmingPhones().inReview(known.typed());
    declarations.approve(file.id(), file.version(), OFFICER, known.person());
    sent(Channel.SMS);
    var password = messages.of(known.person().value()).getFirst();
    assertThat(messages.resend(password.id(), Actor.of(OFFICER)))
        .isInstanceOf(Resending.Secret.class);

    var accepted = applicants.submitted(Applicants.stranger());
    var sms = only(accepted.id(), Channel.SMS);
    declarations.withdraw(accepted.id());
    sent(Channel.SMS);
    clock.advance(Duration.ofMinutes(2));
    assertThat(messages.resend(sms.id(), Actor.of(OFFICER))).isInstanceOf(Resending.Gone.class);
    assertThat(messages.resend(UUID.randomUUID(), Actor.of(OFFICER)))
        .isInstanceOf(Resending.Gone.class);
  }

  @Test
  void what_nobody_gets_becomes_a_task_of_the_office() {
    var accepted = applicants.submitted(Applicants.stranger());

    run(courier(new Scripted(Channel.EMAIL, _ -> new Handing.Refused("SMTP_550"))));

    assertThat(
            sql.sql("select channel from review.task where declaration_id = :id")
                .param("id", accepted.id().value())
                .query(String.class)
                .list())
        .containsExactly("EMAIL");
    var dead = only(accepted.id(), Channel.EMAIL);
    assertThat(messages.undeliverable(0)).extracting(Delivery::id).contains(dead.id());
    assertThat(messages.countUndeliverable()).isPositive();
    assertThat(messages.dismiss(dead.id(), Actor.of(OFFICER))).isTrue();
    assertThat(messages.dismiss(dead.id(), Actor.of(OFFICER))).isFalse();
    assertThat(messages.find(dead.id())).isEmpty();
  }

  @Test
  void english_speakers_are_written_to_in_english() {
    var typed = Applicants.stranger();
    var accepted = applicants.submitted(typed);
    sql.sql("update registration.declaration set language = 'en' where id = :id")
        .param("id", accepted.id().value())
        .update();
    declarations.withdraw(accepted.id());

    assertThat(last(Channel.EMAIL, MessageKind.DECLARATION_WITHDRAWN).content().text())
        .startsWith("Dear ");
  }

  private long withheld(DeclarationId id) {
    return sql.sql(
            """
            select count(*) from audit.entry
            where action = 'NOTICE_WITHHELD' and subject_id = :id
            """)
        .param("id", id.value().toString())
        .query(Long.class)
        .single();
  }

  private List<Outgoing> sent(Channel channel) {
    var out = Scripted.taking(channel);
    run(courier(out));
    return out.taken;
  }

  private Outgoing last(Channel channel, MessageKind kind) {
    return sent(channel).stream().filter(it -> it.kind() == kind).toList().getLast();
  }

  private Delivery only(DeclarationId id, Channel channel) {
    return messages.of(id.value()).stream()
        .filter(it -> it.channel() == channel)
        .reduce((_, _) -> null)
        .orElseThrow();
  }

  /** Something that fails after the notices are written. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Failing {

    @Bean
    Object failingListener() {
      return new Object() {
        @EventListener
        @Order(Ordered.LOWEST_PRECEDENCE)
        public void on(DeclarationSubmitted event) {
          if (FAILING.getAndSet(false)) {
            throw new IllegalStateException("after the notices");
          }
        }
      };
    }
  }
}
