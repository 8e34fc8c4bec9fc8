package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Contacts;
import vn.ansinh.accounts.Redeeming;
import vn.ansinh.accounts.Sending;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.registration.Submission.Accepted;
import vn.ansinh.support.LetterBoxTest;

@LetterBoxTest
class PhoneConfirmationTest {

  @Autowired PhoneConfirmation phones;
  @Autowired Declarations declarations;
  @Autowired Drafts drafts;
  @Autowired Contacts contacts;
  @Autowired Applicants applicants;
  @Autowired SentSecrets sent;

  @Test
  void a_strangers_phone_named_by_a_slip_does_not_keep_its_owner_from_registering() {
    var phone = Somebody.anyPhone();
    var slip = applicants.submitted(naming(phone));
    var owner = applicants.ready(naming(phone));
    assertThat(declarations.submit(owner, UUID.randomUUID()))
        .isEqualTo(new Submission.PhoneTaken());

    assertThat(confirm(owner, phone)).isEqualTo(new ConfirmingPhone.Confirmed());
    var accepted = (Accepted) declarations.submit(owner, UUID.randomUUID());
    assertThat(standing(accepted.id())).isEqualTo(PhoneStanding.CONFIRMED);
    assertThat(standing(slip.id())).isEqualTo(PhoneStanding.LOST);
  }

  @Test
  void whoever_has_only_the_phone_confirms_it_by_the_one_code_there_is() {
    var typed = Applicants.typing(Applicants.stranger(), Field.EMAIL, "");
    typed = Applicants.typing(typed, Field.RECEIVES_BY_EMAIL, "false");
    var slip = applicants.submitted(naming(typed.get(Field.PHONE)));
    var accepted = applicants.submitted(typed);
    assertThat(standing(accepted.id())).isEqualTo(PhoneStanding.CONFIRMED);
    assertThat(standing(slip.id())).isEqualTo(PhoneStanding.LOST);
    assertThat(phones.of(accepted.id())).isEmpty();
    assertThat(
            declarations.byCodeAndContact(accepted.code(), Contact.phone(typed.get(Field.PHONE))))
        .isPresent();
  }

  @Test
  void the_phone_can_be_confirmed_after_submitting_and_then_opens_the_status_page() {
    var typed = Applicants.stranger();
    var accepted = applicants.submitted(typed);
    var version = declarations.find(accepted.id()).orElseThrow().version();
    var what = phones.of(accepted.id()).orElseThrow();
    assertThat(phones.send(what, Somebody.anyDevice().network())).isInstanceOf(Sending.Sent.class);
    assertThat(phones.redeem(accepted.id(), "12"))
        .isEqualTo(new ConfirmingPhone.NotYet(new Redeeming.Wrong(5)));
    assertThat(phones.redeem(accepted.id(), sent.newestCode(typed.get(Field.PHONE))))
        .isEqualTo(new ConfirmingPhone.Confirmed());

    assertThat(standing(accepted.id())).isEqualTo(PhoneStanding.CONFIRMED);
    assertThat(
            declarations.byCodeAndContact(accepted.code(), Contact.phone(typed.get(Field.PHONE))))
        .isPresent();
    assertThat(declarations.find(accepted.id()).orElseThrow().version())
        .as("an officer's decision is not upset")
        .isEqualTo(version);
  }

  @Test
  void a_phone_somebody_else_confirmed_meanwhile_stays_theirs() {
    var phone = Somebody.anyPhone();
    var late = applicants.submitted(naming(phone));
    var what = phones.of(late.id()).orElseThrow();
    applicants.confirmingPhones().submitted(naming(phone));
    phones.send(what, Somebody.anyDevice().network());
    assertThat(phones.redeem(late.id(), sent.newestCode(phone)))
        .isEqualTo(new ConfirmingPhone.Taken());
    assertThat(standing(late.id())).isEqualTo(PhoneStanding.LOST);
  }

  @Test
  void a_code_confirms_the_phone_it_was_sent_to_and_no_other() {
    var typed = Applicants.stranger();
    var draft = applicants.ready(typed);
    phones.send(phones.of(draft).orElseThrow(), Somebody.anyDevice().network());
    var code = sent.newestCode(typed.get(Field.PHONE));
    drafts.save(
        draft,
        DraftContent.empty("vi").with(Applicants.typing(typed, Field.PHONE, Somebody.anyPhone())));
    assertThat(phones.redeem(draft, code))
        .isEqualTo(new ConfirmingPhone.NotYet(new Redeeming.None()));
  }

  @Test
  void a_correction_keeps_the_phone_confirmed_until_another_one_is_typed() {
    var typed = Applicants.stranger();
    var returned = applicants.confirmingPhones().returned(typed, "PHOTO_UNREADABLE");
    var draft = drafts.correct(returned.id()).orElseThrow();
    assertThat(drafts.find(draft.secret()).orElseThrow().phoneConfirmed()).isTrue();
    var content = drafts.find(draft.secret()).orElseThrow().content();
    drafts.save(draft.id(), content.with(Map.of(Field.PHONE, Somebody.anyPhone())));
    assertThat(drafts.find(draft.secret()).orElseThrow().phoneConfirmed()).isFalse();
    assertThat(declarations.submit(draft.id(), UUID.randomUUID())).isInstanceOf(Accepted.class);
    assertThat(standing(returned.id())).isEqualTo(PhoneStanding.NAMED);
  }

  @Test
  void nothing_is_confirmed_for_what_is_withdrawn() {
    var accepted = applicants.submitted(Applicants.stranger());
    declarations.withdraw(accepted.id());
    assertThat(phones.of(accepted.id())).isEmpty();
    assertThat(phones.redeem(accepted.id(), "123456")).isEqualTo(new ConfirmingPhone.Gone());
  }

  @Test
  void where_no_sms_can_be_sent_an_email_address_is_needed() {
    sent.withoutSms(true);
    try {
      var draft = drafts.start().id();
      drafts.save(
          draft,
          DraftContent.empty("vi").with(Applicants.typing(Applicants.stranger(), Field.EMAIL, "")));
      assertThat(drafts.check(draft).problems(Step.DECLARATION))
          .contains(new Completeness.Finding(Field.EMAIL, "NEEDED"));
    } finally {
      sent.withoutSms(false);
    }
  }

  private ConfirmingPhone confirm(DraftId draft, String phone) {
    phones.send(phones.of(draft).orElseThrow(), Somebody.anyDevice().network());
    return phones.redeem(draft, sent.newestCode(phone));
  }

  private PhoneStanding standing(DeclarationId id) {
    return declarations.recipient(id).orElseThrow().phoneStanding();
  }

  private static Map<Field, String> naming(String phone) {
    return Applicants.typing(Applicants.stranger(), Field.PHONE, phone);
  }
}
