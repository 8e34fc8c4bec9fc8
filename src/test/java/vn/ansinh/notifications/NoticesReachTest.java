package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.ansinh.accounts.Channel;
import vn.ansinh.audit.Actor;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Field;

/** Whom notices reach, how often, and what becomes of those that reach nobody. */
class NoticesReachTest extends NoticesSetting {

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

    assertThat(tasks(accepted.id())).containsExactly("EMAIL");
    var dead = only(accepted.id(), Channel.EMAIL);
    assertThat(messages.undeliverable(0)).extracting(Delivery::id).contains(dead.id());
    assertThat(messages.countUndeliverable()).isPositive();
    assertThat(messages.dismiss(dead.id(), Actor.of(OFFICER))).isTrue();
    assertThat(messages.dismiss(dead.id(), Actor.of(OFFICER))).isFalse();
    assertThat(messages.find(dead.id())).isEmpty();
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
}
