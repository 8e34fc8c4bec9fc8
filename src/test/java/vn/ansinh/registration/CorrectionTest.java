package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.registration.DeclarationEvent.Change;
import vn.ansinh.registration.DeclarationEvent.Deed;
import vn.ansinh.registration.Submission.Accepted;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;

@LetterBoxTest
class CorrectionTest {

  @Autowired Declarations declarations;
  @Autowired Drafts drafts;
  @Autowired Deadlines deadlines;
  @Autowired Applicants applicants;
  @Autowired Files files;
  @Autowired Told told;
  @Autowired TestClock clock;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void a_returned_declaration_is_corrected_with_everything_prefilled() {
    var typed = Applicants.stranger();
    var returned = applicants.returned(typed, "PHOTO_UNCLEAR");
    var link = drafts.correct(returned.id()).orElseThrow();
    var draft = drafts.find(link.secret()).orElseThrow();
    assertThat(draft.content().typed(Field.FULL_NAME)).isEqualTo(typed.get(Field.FULL_NAME));
    assertThat(draft.content().typed(Field.WARD_CODE)).isEqualTo(typed.get(Field.WARD_CODE));
    assertThat(draft.photos()).isEqualTo(returned.photos());
    assertThat(draft.contactConfirmed()).isTrue();
    assertThat(drafts.check(link.id()).isComplete()).isTrue();

    var photo = applicants.photo(link.id(), FileKind.PAPER_FRONT);
    drafts.save(
        link.id(),
        drafts
            .find(link.secret())
            .orElseThrow()
            .content()
            .with(Applicants.typing(typed, Field.STREET, "Số 2 đường Thử")));
    var answer = declarations.submit(link.id(), UUID.randomUUID());

    assertThat(answer).isInstanceOf(Accepted.class);
    var corrected = declarations.find(returned.id()).orElseThrow();
    assertThat(((Accepted) answer).id()).isEqualTo(returned.id());
    assertThat(((Accepted) answer).code()).isEqualTo(returned.code());
    assertThat(corrected.status()).isEqualTo(DeclarationStatus.SUBMITTED);
    assertThat(corrected.facts().address().street()).isEqualTo("Số 2 đường Thử");
    assertThat(corrected.photos().paperFront()).isEqualTo(photo);
    assertThat(corrected.photos().portrait()).isEqualTo(returned.photos().portrait());
    assertThat(files.safety(List.of(returned.photos().paperFront()))).isEmpty();
    var last = declarations.history(returned.id()).getLast();
    assertThat(last.deed()).isEqualTo(Deed.RESUBMITTED);
    assertThat(last.changes())
        .containsOnlyKeys(Field.STREET, Field.PAPER_FRONT)
        .containsEntry(Field.STREET, new Change("Số 1 đường Thử", "Số 2 đường Thử"));
    assertThat(told.count(DeclarationResubmitted.class, returned.id())).isOne();
  }

  @Test
  void a_corrected_phone_frees_the_old_one() {
    var typed = Applicants.stranger();
    var returned = applicants.returned(typed, "WRONG_PHONE");
    var draft = drafts.correct(returned.id()).orElseThrow().id();
    drafts.save(
        draft,
        DraftContent.empty("vi").with(Applicants.typing(typed, Field.PHONE, Somebody.anyPhone())));
    assertThat(declarations.submit(draft, UUID.randomUUID())).isInstanceOf(Accepted.class);
    var other = Applicants.typing(Applicants.stranger(), Field.PHONE, typed.get(Field.PHONE));
    assertThat(applicants.submit(other)).isInstanceOf(Accepted.class);
  }

  @Test
  void a_correction_to_a_taken_phone_leaves_everything_as_it_was() {
    var other = Applicants.stranger();
    applicants.submitted(other);
    var typed = Applicants.stranger();
    var returned = applicants.returned(typed, "WRONG_PHONE");
    var draft = drafts.correct(returned.id()).orElseThrow().id();
    drafts.save(
        draft,
        DraftContent.empty("vi")
            .with(Applicants.typing(typed, Field.PHONE, other.get(Field.PHONE))));
    assertThat(declarations.submit(draft, UUID.randomUUID()))
        .isEqualTo(new Submission.PhoneTaken());
    assertThat(declarations.find(returned.id())).contains(returned);
    var third = Applicants.typing(Applicants.stranger(), Field.PHONE, typed.get(Field.PHONE));
    assertThat(applicants.submit(third)).isEqualTo(new Submission.PhoneTaken());
  }

  @Test
  void of_two_corrections_at_the_same_time_one_counts() {
    var returned = applicants.returned(Applicants.stranger(), "X");
    var first = drafts.correct(returned.id()).orElseThrow().id();
    var second = drafts.correct(returned.id()).orElseThrow().id();
    assertThat(declarations.submit(first, UUID.randomUUID())).isInstanceOf(Accepted.class);
    assertThat(declarations.submit(second, UUID.randomUUID())).isEqualTo(new Submission.Gone());
  }

  @Test
  void a_correction_nobody_makes_within_ten_days_ends_with_everything_deleted() {
    var returned = applicants.returned(Applicants.stranger(), "X");
    var draft = drafts.correct(returned.id()).orElseThrow();
    var photo = applicants.photo(draft.id(), FileKind.PORTRAIT);
    clock.advance(Duration.ofDays(5));
    drafts.save(draft.id(), drafts.find(draft.secret()).orElseThrow().content());
    clock.advance(Duration.ofDays(6));
    deadlines.erase();
    assertThat(declarations.find(returned.id()).orElseThrow().status())
        .isEqualTo(DeclarationStatus.EXPIRED);
    assertThat(drafts.find(draft.secret())).isEmpty();
    assertThat(files.safety(List.of(photo))).isEmpty();
  }

  @Test
  void giving_up_a_correction_leaves_the_declarations_photos_alone() {
    var returned = applicants.returned(Applicants.stranger(), "X");
    drafts.correct(returned.id());
    clock.advance(Duration.ofDays(8));
    deadlines.erase();
    for (var photo : returned.photos().ids()) {
      assertThat(files.safety(List.of(photo))).isNotEmpty();
    }
  }

  @Test
  void a_file_moved_before_it_was_returned_stays_where_it_is() {
    var id = applicants.submitted(Applicants.stranger()).id();
    declarations.moveTo(id, "079", Applicants.OFFICER);
    declarations.startReview(id, Applicants.OFFICER);
    var version = declarations.find(id).orElseThrow().version();
    declarations.returnForCorrection(id, version, Applicants.OFFICER, List.of("X"), null);
    declarations.submit(drafts.correct(id).orElseThrow().id(), UUID.randomUUID());
    assertThat(declarations.find(id).orElseThrow().officeCode()).isEqualTo("079");
  }

  @Test
  void papers_once_received_need_not_be_brought_again() {
    var typed = Applicants.typing(Applicants.stranger(), Field.HAND_IN, HandIn.AT_DESK.name());
    var id = applicants.submitted(typed).id();
    declarations.recordPaperReceipt(id, Applicants.OFFICER);
    declarations.startReview(id, Applicants.OFFICER);
    var version = declarations.find(id).orElseThrow().version();
    declarations.returnForCorrection(id, version, Applicants.OFFICER, List.of("X"), null);
    declarations.submit(drafts.correct(id).orElseThrow().id(), UUID.randomUUID());
    assertThat(declarations.find(id).orElseThrow().status()).isEqualTo(DeclarationStatus.SUBMITTED);
  }

  @Test
  void only_a_returned_declaration_is_corrected() {
    var id = applicants.submitted(Applicants.stranger()).id();
    assertThat(drafts.correct(id)).isEmpty();
  }
}
