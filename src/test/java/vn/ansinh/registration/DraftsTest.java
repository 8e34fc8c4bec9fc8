package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Redeeming;
import vn.ansinh.accounts.Sending;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.Together;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;
import vn.ansinh.files.FileId;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.identity.Verification;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.Secrets;
import vn.ansinh.registration.Submission.Accepted;
import vn.ansinh.support.LetterBoxTest;

@LetterBoxTest
class DraftsTest {

  @Autowired Drafts drafts;
  @Autowired Declarations declarations;
  @Autowired ContactConfirmation confirmation;
  static final Said SAID = new Said(Place.REGISTRATION, "", "vi");
  static final Verification MATCH = new Verification.Match();

  @Autowired PopulationChecks population;
  @Autowired Consents consents;
  @Autowired Secrets secrets;
  @Autowired Applicants applicants;
  @Autowired Files files;
  @Autowired SentSecrets sent;
  @Autowired JdbcClient sql;
  @Autowired DraftStore store;
  @Autowired TransactionTemplate transaction;

  @Test
  void everything_typed_comes_back_word_for_word() {
    var hostile = "NUL \0, \u202Eđảo, 👨‍👩‍👧, '; drop table x; --, <script>, \uD800";
    var typed =
        Map.of(Field.FULL_NAME, hostile, Field.STREET, "  x".repeat(3000), Field.PHONE, "abc");
    var draft = drafts.start();
    drafts.save(draft.id(), DraftContent.empty("en").with(typed).at(Step.PHOTOS));
    var found = drafts.find(draft.secret()).orElseThrow().content();
    assertThat(found.typed(Field.STREET)).isEqualTo(typed.get(Field.STREET));
    assertThat(found.typed(Field.PHONE)).isEqualTo("abc");
    assertThat(found.typed(Field.FULL_NAME)).startsWith("NUL \0, \u202Eđảo, 👨‍👩‍👧");
    assertThat(found.step()).isEqualTo(Step.PHOTOS);
    assertThat(found.language()).isEqualTo("en");
    assertThat(drafts.check(draft.id()).problems(Step.DECLARATION)).isNotEmpty();
  }

  @Test
  void only_the_secret_opens_a_draft() {
    var draft = drafts.start();
    assertThat(drafts.find(draft.secret())).isPresent();
    assertThat(drafts.find(draft.secret() + "x")).isEmpty();
    assertThat(drafts.find(draft.id().value().toString())).isEmpty();
    assertThat(drafts.find("")).isEmpty();
  }

  @Test
  void pictures_uploaded_side_by_side_are_all_kept() throws Exception {
    var draft = drafts.start();
    var kinds = FileKind.OF_DECLARATION;
    Together.run(
        3,
        i -> {
          applicants.photo(draft.id(), kinds.get(i));
          return 0;
        });
    assertThat(drafts.find(draft.secret()).orElseThrow().photos().ids()).hasSize(3);
  }

  @Test
  void a_picture_taken_anew_replaces_and_erases_the_old_one() {
    var draft = drafts.start();
    var first = applicants.photo(draft.id(), FileKind.PORTRAIT);
    var second = applicants.photo(draft.id(), FileKind.PORTRAIT);
    assertThat(files.safety(List.of(first))).isEmpty();
    assertThat(drafts.find(draft.secret()).orElseThrow().photos().portrait()).isEqualTo(second);
    drafts.removePhoto(draft.id(), FileKind.PORTRAIT);
    assertThat(files.safety(List.of(second))).isEmpty();
  }

  @Test
  void a_submitted_draft_remembers_only_what_it_became() {
    var typed = Applicants.stranger();
    var draft = drafts.start();
    for (var kind : FileKind.OF_DECLARATION) {
      applicants.photo(draft.id(), kind);
    }
    drafts.save(draft.id(), DraftContent.empty("vi").with(typed));
    applicants.confirm(draft.id());
    var accepted = (Accepted) declarations.submit(draft.id(), UUID.randomUUID());
    var spent = drafts.find(draft.secret()).orElseThrow();
    assertThat(spent.submittedAs()).isEqualTo(accepted.id());
    assertThat(spent.content().typed()).isEmpty();
    drafts.save(draft.id(), DraftContent.empty("vi").with(typed));
    assertThat(drafts.find(draft.secret()).orElseThrow().content().typed()).isEmpty();
    assertThatThrownBy(() -> applicants.photo(draft.id(), FileKind.PORTRAIT))
        .isInstanceOf(RegistrationException.class);
  }

  @Test
  void nothing_personal_lies_readable_in_the_draft() {
    var typed = Applicants.stranger();
    var draft = applicants.ready(typed);
    var row =
        sql.sql("select cast(d as text) from registration.draft d where id = :id")
            .param("id", draft.value())
            .query(String.class)
            .single();
    assertThat(row).doesNotContain(hex("Nguyễn"), hex(typed.get(Field.PHONE)), "Nguyễn");
  }

  @Test
  void the_code_confirms_the_address_it_was_sent_to_and_no_other() {
    var typed = Applicants.stranger();
    var draft = drafts.start();
    drafts.save(draft.id(), DraftContent.empty("vi").with(typed));
    assertThat(confirmation.send(draft.id(), Somebody.anyDevice().network()))
        .isInstanceOf(Sending.Sent.class);
    assertThat(confirmation.isSentToContact(draft.id())).isTrue();
    var code = sent.newestCode(typed.get(Field.EMAIL));
    var other = Applicants.typing(typed, Field.EMAIL, Somebody.anyEmail());
    drafts.save(draft.id(), DraftContent.empty("vi").with(other));
    assertThat(confirmation.isSentToContact(draft.id())).isFalse();
    assertThat(confirmation.redeem(draft.id(), code)).isEqualTo(new Redeeming.Accepted());
    assertThat(drafts.find(draft.secret()).orElseThrow().contactConfirmed()).isFalse();
    drafts.save(draft.id(), DraftContent.empty("vi").with(typed));
    assertThat(drafts.find(draft.secret()).orElseThrow().contactConfirmed()).isTrue();
  }

  @Test
  void without_an_email_address_the_code_goes_by_sms() {
    var typed = Applicants.typing(Applicants.stranger(), Field.EMAIL, "");
    var draft = drafts.start();
    drafts.save(draft.id(), DraftContent.empty("vi").with(typed));
    confirmation.send(draft.id(), Somebody.anyDevice().network());
    assertThat(sent.newestCode(typed.get(Field.PHONE))).matches("[0-9]{6}");
    assertThat(confirmation.state(draft.id())).isPresent();
  }

  @Test
  void whom_the_population_registry_vouches_for_needs_no_photos_until_something_changes() {
    var typed = Applicants.typing(Applicants.stranger(), Field.FULL_NAME, "Trần Văn Thử");
    typed = Applicants.typing(typed, Field.PAPER_NUMBER, "001085000024");
    typed = Applicants.typing(typed, Field.BIRTH_DATE, "20/11/1985");
    var draft = drafts.start();
    drafts.save(draft.id(), DraftContent.empty("vi").with(typed));
    assertThat(drafts.check(draft.id()).steps()).containsExactly(Step.PHOTOS);
    assertThat(population.verify(draft.id())).as("nobody is asked").isNotEqualTo(MATCH);
    agree(draft.id());
    assertThat(population.verify(draft.id())).isEqualTo(MATCH);
    assertThat(drafts.check(draft.id()).isComplete()).isTrue();

    drafts.save(
        draft.id(),
        DraftContent.empty("vi").with(Applicants.typing(typed, Field.FULL_NAME, "Trần Văn Khác")));
    assertThat(drafts.check(draft.id()).steps()).containsExactly(Step.PHOTOS);
  }

  @Test
  void without_consent_and_once_it_is_withdrawn_the_population_registry_is_not_asked() {
    var asked = new AtomicInteger();
    var counting =
        new PopulationChecks(
            store,
            (_, _, _) -> {
              asked.incrementAndGet();
              return new Verification.Unavailable();
            },
            consents,
            secrets);
    var draft = drafts.start();
    drafts.save(draft.id(), DraftContent.empty("vi").with(Applicants.stranger()));
    assertThat(counting.verify(draft.id())).isEqualTo(new Verification.NotFound());
    assertThat(asked).hasValue(0);
    agree(draft.id());
    counting.verify(draft.id());
    assertThat(asked).hasValue(1);
    consents.withdrawUnsigned(draft.id().value(), Purpose.POPULATION_REGISTRY, SAID);
    counting.verify(draft.id());
    assertThat(asked).hasValue(1);
  }

  private void agree(DraftId draft) {
    consents.giveUnsigned(draft.value(), Purpose.POPULATION_REGISTRY, 1, SAID);
  }

  @Test
  void a_registry_that_has_become_unavailable_takes_nothing_back_and_vouches_for_nothing_new() {
    var typed = Applicants.typing(Applicants.stranger(), Field.FULL_NAME, "Trần Văn Thử");
    typed = Applicants.typing(typed, Field.PAPER_NUMBER, "001085000024");
    typed = Applicants.typing(typed, Field.BIRTH_DATE, "20/11/1985");
    var draft = drafts.start();
    drafts.save(draft.id(), DraftContent.empty("vi").with(typed));
    agree(draft.id());
    population.verify(draft.id());
    var gone =
        new PopulationChecks(store, (_, _, _) -> new Verification.Unavailable(), consents, secrets);
    drafts.save(
        draft.id(),
        DraftContent.empty("vi").with(Applicants.typing(typed, Field.STREET, "13 đường Mẫu")));
    assertThat(gone.verify(draft.id())).isEqualTo(new Verification.Match());
    assertThat(drafts.check(draft.id()).isComplete()).isTrue();

    drafts.save(
        draft.id(),
        DraftContent.empty("vi").with(Applicants.typing(typed, Field.BIRTH_DATE, "21/11/1985")));
    assertThat(gone.verify(draft.id())).isEqualTo(new Verification.Unavailable());
    assertThat(drafts.check(draft.id()).steps()).containsExactly(Step.PHOTOS);
    assertThat(drafts.find(draft.secret()).orElseThrow().content().typed(Field.STREET))
        .isEqualTo(typed.get(Field.STREET));
  }

  @Test
  void whoever_waits_for_the_lock_sees_the_picture_added_meanwhile() throws Exception {
    var draft = drafts.start();
    var photo = new FileId(Ids.next());
    var until = drafts.find(draft.secret()).orElseThrow().keptUntil();
    var locked = new CountDownLatch(1);
    var waited = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var adding =
          threads.submit(
              () ->
                  transaction.execute(
                      _ -> {
                        store.lock(draft.id());
                        store.putPhoto(draft.id(), FileKind.PORTRAIT, photo, until);
                        locked.countDown();
                        return await(waited);
                      }));
      locked.await();
      var pid = new AtomicLong();
      var reading =
          threads.submit(
              () ->
                  transaction.execute(
                      _ -> {
                        pid.set(sql.sql("select pg_backend_pid()").query(Long.class).single());
                        return store.lock(draft.id()).orElseThrow().own();
                      }));
      Awaitility.await().until(() -> waitsForLock(pid.get()));
      waited.countDown();
      adding.get();
      assertThat(reading.get().portrait()).isEqualTo(photo);
    }
  }

  private boolean waitsForLock(long pid) {
    return sql.sql("select exists (select 1 from pg_locks where pid = :pid and not granted)")
        .param("pid", pid)
        .query(Boolean.class)
        .single();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
