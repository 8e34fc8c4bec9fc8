package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.ansinh.accounts.Channel;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationExpired;
import vn.ansinh.registration.DeclarationReminderDue;
import vn.ansinh.registration.Field;
import vn.ansinh.registration.HandIn;

/** What is told at each step of a declaration. */
class RegistrationNoticesTest extends NoticesSetting {

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
}
