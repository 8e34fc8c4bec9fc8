package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Redeeming;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;
import vn.ansinh.files.FileKind;
import vn.ansinh.identity.Verification;
import vn.ansinh.registration.Submission.Accepted;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

/** The rules of the agency's own notices, each under its name, as far as they are the domain's. */
@LetterBoxTest
class NoticeRulesTest {

  @Autowired Drafts drafts;
  @Autowired Declarations declarations;
  @Autowired Deadlines deadlines;
  @Autowired ContactConfirmation confirmation;
  @Autowired PopulationChecks population;
  @Autowired Consents consents;
  @Autowired NumberSearch search;
  @Autowired Accounts accounts;
  @Autowired Applicants applicants;
  @Autowired SentSecrets sent;
  @Autowired Told told;
  @Autowired TestClock clock;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void r1_number_name_paper_address_street_and_phone_are_required() {
    var required =
        Set.of(
            Field.NUMBER,
            Field.FULL_NAME,
            Field.PAPER_NUMBER,
            Field.WARD_CODE,
            Field.STREET,
            Field.PHONE);
    for (var field : required) {
      var draft = applicants.ready(Applicants.stranger());
      drafts.save(
          draft,
          DraftContent.empty("vi").with(Applicants.typing(Applicants.stranger(), field, "")));
      assertThat(drafts.check(draft).problems()).extracting("field").containsExactly(field);
    }
    var spaced =
        applicants.submitted(
            Applicants.typing(Applicants.stranger(), Field.FULL_NAME, "  Nguyễn   Văn  Á "));
    assertThat(facts(spaced).fullName()).isEqualTo("Nguyễn Văn Á");
  }

  @Test
  void r2_one_phone_one_account_and_one_email_one_account() {
    var first = Applicants.stranger();
    applicants.submitted(first);
    var phone = Applicants.typing(Applicants.stranger(), Field.PHONE, first.get(Field.PHONE));
    var email = Applicants.typing(Applicants.stranger(), Field.EMAIL, first.get(Field.EMAIL));
    assertThat(applicants.submit(phone)).isEqualTo(new Submission.PhoneTaken());
    assertThat(applicants.submit(email)).isEqualTo(new Submission.EmailTaken());
  }

  @Test
  void r4_whoever_is_verified_by_the_population_registry_skips_the_photos() {
    var typed = Applicants.typing(Applicants.stranger(), Field.FULL_NAME, "Lê Hoàng Ví Dụ");
    typed = Applicants.typing(typed, Field.PAPER_NUMBER, "092301000038");
    typed = Applicants.typing(typed, Field.BIRTH_DATE, "05/09/2001");
    var draft = drafts.start().id();
    drafts.save(draft, DraftContent.empty("vi").with(typed));
    applicants.confirm(draft);
    assertThat(declarations.submit(draft, UUID.randomUUID()))
        .isEqualTo(new Submission.Incomplete(Set.of(Step.PHOTOS)));
    consents.giveUnsigned(
        draft.value(), Purpose.POPULATION_REGISTRY, 1, new Said(Place.REGISTRATION, "", "vi"));
    assertThat(population.verify(draft)).isEqualTo(new Verification.Match());
    var accepted = (Accepted) declarations.submit(draft, UUID.randomUUID());
    assertThat(facts(accepted).verifiedByPopulationRegistry()).isTrue();
    assertThat(declarations.find(accepted.id()).orElseThrow().photos()).isEqualTo(Photos.NONE);
  }

  @Test
  void r5_the_receiving_office_is_chosen_and_the_declaration_may_come_by_email() {
    var accepted = applicants.submitted(Applicants.stranger());
    assertThat(facts(accepted).officeCode()).isEqualTo("07919");
    assertThat(declarations.recipient(accepted.id()).orElseThrow().receivesByEmail()).isTrue();
  }

  @Test
  void r6_a_code_of_six_digits_confirms_the_submission() {
    var typed = Applicants.stranger();
    var draft = drafts.start();
    for (var kind : FileKind.OF_DECLARATION) {
      applicants.photo(draft.id(), kind);
    }
    drafts.save(draft.id(), DraftContent.empty("vi").with(typed));
    assertThat(declarations.submit(draft.id(), UUID.randomUUID()))
        .isEqualTo(new Submission.NotConfirmed());
    confirmation.send(draft.id(), Somebody.anyDevice().network());
    var code = sent.newestCode(typed.get(Field.EMAIL));
    assertThat(code).matches("[0-9]{6}");
    assertThat(confirmation.redeem(draft.id(), code)).isEqualTo(new Redeeming.Accepted());
    assertThat(declarations.submit(draft.id(), UUID.randomUUID())).isInstanceOf(Accepted.class);
  }

  @Test
  void r7_the_number_is_the_last_ten_digits_of_the_card_and_the_form_is_printed() {
    var stranger = Applicants.stranger();
    var number = stranger.get(Field.NUMBER);
    var typed = Applicants.typing(stranger, Field.NUMBER, "DN479" + number);
    var accepted =
        applicants.submitted(
            Applicants.typing(typed, Field.HAND_IN, HandIn.THROUGH_EMPLOYER.name()));
    assertThat(facts(accepted).socialInsuranceNumber()).isEqualTo(number);
    assertThat(declarations.form01(accepted.id()).orElseThrow()).startsWith("%PDF-".getBytes());
    assertThat(declarations.find(accepted.id()).orElseThrow().needsPaper()).isTrue();
  }

  @Test
  void r8_the_wizard_leads_from_the_kind_over_the_number_found_and_chosen_to_the_form() {
    var known = applicants.known();
    var draft = drafts.start();
    var looking =
        Map.of(
            Field.APPLICANT_KIND, "INDIVIDUAL",
            Field.SEARCH_NAME, "Nguyễn Thị Hoà Mẫu",
            Field.SEARCH_BIRTH_DATE, "15/01/1990",
            Field.SEARCH_PAPER_NUMBER, known.details().personalId());
    drafts.save(draft.id(), DraftContent.empty("vi").with(looking).at(Step.NUMBER));
    search.search(draft.id(), Somebody.anyDevice().network());
    var found = drafts.find(draft.secret()).orElseThrow();
    drafts.save(
        draft.id(),
        found
            .content()
            .with(Map.of(Field.CANDIDATE, found.candidates().getFirst().token()))
            .at(Step.DECLARATION));
    var completeness = drafts.check(draft.id());
    assertThat(completeness.problems(Step.KIND)).isEmpty();
    assertThat(completeness.problems(Step.NUMBER)).isEmpty();
    assertThat(completeness.steps()).contains(Step.DECLARATION);
  }

  @Test
  void r9_the_identity_check_ends_at_the_office_with_the_original_papers() {
    var file = applicants.inReview(Applicants.stranger());
    declarations.askToCome(
        file.id(), file.version(), Applicants.OFFICER, List.of("ORIGINALS"), null);
    assertThat(told.count(DeclarantAskedToCome.class, file.id())).isOne();
    declarations.recordPaperReceipt(file.id(), Applicants.OFFICER);
    assertThat(declarations.startReview(file.id(), Applicants.OFFICER))
        .isEqualTo(new Outcome.Done());
  }

  @Test
  void r10_not_brought_in_within_ten_days_the_declaration_is_deleted() {
    var accepted =
        applicants.submitted(
            Applicants.typing(Applicants.stranger(), Field.HAND_IN, HandIn.AT_DESK.name()));
    clock.advance(Duration.ofDays(11));
    deadlines.erase();
    assertThat(declarations.find(accepted.id()).orElseThrow().status())
        .isEqualTo(DeclarationStatus.EXPIRED);
  }

  @Test
  void r11_approved_the_account_is_active_and_the_password_goes_by_sms_rejected_it_is_told() {
    var known = applicants.known();
    var approved = applicants.confirmingPhones().inReview(known.typed());
    declarations.approve(approved.id(), approved.version(), Applicants.OFFICER, known.person());
    assertThat(accounts.exists(known.person())).isTrue();
    assertThat(sent.firstPasswordWentTo(known.person()).channel()).isEqualTo(Channel.SMS);
    assertThat(told.count(DeclarationDecided.class, approved.id())).isOne();

    var byMail = applicants.known();
    var named = applicants.inReview(byMail.typed());
    declarations.approve(named.id(), named.version(), Applicants.OFFICER, byMail.person());
    assertThat(sent.firstPasswordWentTo(byMail.person()).channel())
        .as("notice S3: by e-mail, where only that was confirmed")
        .isEqualTo(Channel.EMAIL);

    var rejected = applicants.inReview(Applicants.stranger());
    declarations.reject(
        rejected.id(), rejected.version(), Applicants.OFFICER, List.of("PAPER_INVALID"), null);
    assertThat(told.count(DeclarationDecided.class, rejected.id())).isOne();
    assertThat(declarations.recipient(rejected.id())).isPresent();
  }

  @Test
  void r13_the_user_name_is_the_social_insurance_number() {
    var known = applicants.known();
    var file = applicants.inReview(known.typed());
    declarations.approve(file.id(), file.version(), Applicants.OFFICER, known.person());
    assertThat(accounts.find(known.person()).orElseThrow().userName())
        .isEqualTo(known.details().socialInsuranceNumber());
  }

  private DeclaredFacts facts(Accepted accepted) {
    return declarations.find(accepted.id()).orElseThrow().facts();
  }
}
