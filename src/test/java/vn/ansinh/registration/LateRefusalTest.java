package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.audit.Actor;
import vn.ansinh.files.FileId;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.PictureRefused;
import vn.ansinh.files.Upload.Reason;
import vn.ansinh.registration.Completeness.Finding;
import vn.ansinh.registration.Submission.Accepted;
import vn.ansinh.registration.Submission.Incomplete;
import vn.ansinh.support.LetterBoxTest;

/** A photo proves broken after its sender was told that it has arrived. */
@LetterBoxTest
class LateRefusalTest {

  @Autowired Applicants applicants;
  @Autowired Drafts drafts;
  @Autowired Declarations declarations;
  @Autowired JdbcClient sql;
  @Autowired TransactionTemplate transaction;
  @Autowired ApplicationEventPublisher events;
  @Autowired Told told;

  @Test
  void a_draft_with_a_broken_photo_says_so_and_cannot_be_submitted() {
    var draft = applicants.ready(Applicants.stranger());
    var front = applicants.photo(draft, FileKind.PAPER_FRONT);
    refuse(front, draft);
    assertThat(drafts.check(draft).problems())
        .containsExactly(new Finding(Field.PAPER_FRONT, "BROKEN"));
    assertThat(declarations.submit(draft, UUID.randomUUID())).isInstanceOf(Incomplete.class);
    applicants.photo(draft, FileKind.PAPER_FRONT);
    assertThat(declarations.submit(draft, UUID.randomUUID())).isInstanceOf(Accepted.class);
  }

  @Test
  void a_submitted_declaration_comes_back_for_a_new_photo_with_everything_else_kept() {
    var draft = applicants.ready(Applicants.stranger());
    var front = applicants.photo(draft, FileKind.PAPER_FRONT);
    var id = ((Accepted) declarations.submit(draft, UUID.randomUUID())).id();
    refuse(front, draft);

    var returned = declarations.find(id).orElseThrow();
    assertThat(returned.status()).isEqualTo(DeclarationStatus.RETURNED);
    assertThat(returned.clock().actBy()).isNotNull();
    var last = declarations.history(id).getLast();
    assertThat(last.by()).isEqualTo(Actor.SYSTEM);
    assertThat(last.reasons()).containsExactly(RefusedPhotos.REASON);
    assertThat(told.count(DeclarationReturned.class, id)).isOne();

    var correction = drafts.correct(id).orElseThrow().id();
    assertThat(drafts.check(correction).problems())
        .containsExactly(new Finding(Field.PAPER_FRONT, "BROKEN"));
    applicants.photo(correction, FileKind.PAPER_FRONT);
    assertThat(declarations.submit(correction, UUID.randomUUID())).isInstanceOf(Accepted.class);
    assertThat(declarations.find(id).orElseThrow().status()).isEqualTo(DeclarationStatus.SUBMITTED);
  }

  @Test
  void a_replaced_photo_that_proves_broken_troubles_nobody() {
    var draft = applicants.ready(Applicants.stranger());
    var old = applicants.photo(draft, FileKind.PAPER_FRONT);
    applicants.photo(draft, FileKind.PAPER_FRONT);
    var id = ((Accepted) declarations.submit(draft, UUID.randomUUID())).id();
    refuse(old, draft);
    assertThat(declarations.find(id).orElseThrow().status()).isEqualTo(DeclarationStatus.SUBMITTED);
  }

  @Test
  void the_reason_given_is_one_the_office_can_edit() {
    assertThat(
            sql.sql("select count(*) from review.reason where code = :code and kind = 'RETURN'")
                .param("code", RefusedPhotos.REASON)
                .query(Long.class)
                .single())
        .isOne();
  }

  /** As the worker's verdict is written down, without waiting for a worker. */
  private void refuse(FileId photo, DraftId draft) {
    transaction.executeWithoutResult(
        _ -> {
          events.publishEvent(
              new PictureRefused(photo, draft.value(), FileKind.PAPER_FRONT, Reason.BROKEN));
          sql.sql("update files.file set state = 'REFUSED', refusal = 'BROKEN' where id in (:ids)")
              .param("ids", List.of(photo.value()))
              .update();
        });
  }
}
