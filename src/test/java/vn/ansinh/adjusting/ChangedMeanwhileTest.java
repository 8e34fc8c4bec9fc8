package vn.ansinh.adjusting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.audit.Actor;
import vn.ansinh.files.FileKind;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.people.Arrival;
import vn.ansinh.people.Arrivals;
import vn.ansinh.people.NewPerson;
import vn.ansinh.people.Person;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.support.LetterBoxTest;

/** What changes between an officer's look and the press, and what the person does meanwhile. */
@LetterBoxTest
class ChangedMeanwhileTest extends DeskSetting {

  private static final String BY_IMPORT = "Lê Thị Nhập";

  @Autowired Arrivals arrivals;

  @Test
  void a_register_that_changed_after_the_look_is_not_written_over() {
    var id = askers.handedIn(lan);
    desk.take(id, an);
    var version = askers.now(lan).version();
    var mark = askers.looked(id, an);
    rename(lan, "Lê Thị Giữa");
    assertThat(desk.approve(id, version, mark, an))
        .isInstanceOf(AdjustmentDecision.RegisterChanged.class);
    assertThat(people.find(lan.id()).orElseThrow().fullName()).isEqualTo("Lê Thị Giữa");
    assertThat(askers.now(lan).status()).isEqualTo(AdjustmentStatus.SUBMITTED);
    assertThat(desk.approve(id, version, askers.looked(id, an), an))
        .as("after another look")
        .isEqualTo(new AdjustmentDecision.Done(true));
  }

  @Test
  void what_was_not_asked_for_may_change_meanwhile() {
    var id = askers.handedIn(lan);
    desk.take(id, an);
    var mark = askers.looked(id, an);
    revise(new IdentityPaper(PaperKind.PASSPORT, "B7654321"));
    assertThat(desk.approve(id, askers.now(lan).version(), mark, an))
        .isEqualTo(new AdjustmentDecision.Done(true));
  }

  @Test
  void for_a_day_to_come_the_look_counts_too() {
    askers.renaming(lan, askers.today().plusDays(3));
    var id = askers.submitted(lan).id();
    desk.take(id, an);
    var mark = askers.looked(id, an);
    rename(lan, "Lê Thị Giữa");
    assertThat(desk.approve(id, askers.now(lan).version(), mark, an))
        .isInstanceOf(AdjustmentDecision.RegisterChanged.class);
  }

  @Test
  void an_import_that_is_writing_at_the_press_wins() throws Exception {
    var id = askers.handedIn(lan);
    desk.take(id, an);
    var version = askers.now(lan).version();
    var mark = askers.looked(id, an);
    var row = renamed(people.find(lan.id()).orElseThrow());
    try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
      var pressed =
          transaction.execute(
              _ -> {
                arrivals.take(List.of(new Arrival(1, row)), Actor.SYSTEM);
                var press = desks.submit(() -> desk.approve(id, version, mark, an));
                waitUntilSomebodyWaitsForTheImport();
                return press;
              });
      assertThat(pressed.get()).isInstanceOf(AdjustmentDecision.RegisterChanged.class);
    }
    assertThat(people.find(lan.id()).orElseThrow().fullName()).isEqualTo(BY_IMPORT);
  }

  @Test
  void an_import_that_is_writing_when_the_day_comes_brings_it_back() throws Exception {
    approvedFor(askers.today().plusDays(1));
    clock.advance(java.time.Duration.ofDays(1));
    var row = renamed(people.find(lan.id()).orElseThrow());
    try (var jobs = Executors.newVirtualThreadPerTaskExecutor()) {
      var job =
          transaction.execute(
              _ -> {
                arrivals.take(List.of(new Arrival(1, row)), Actor.SYSTEM);
                var settling = jobs.submit(() -> effects.settle(lan.id()));
                waitUntilSomebodyWaitsForTheImport();
                return settling;
              });
      job.get();
    }
    assertThat(askers.now(lan).conflict()).isEqualTo(Conflict.REGISTER_CHANGED);
    assertThat(people.find(lan.id()).orElseThrow().fullName()).isEqualTo(BY_IMPORT);
  }

  @Test
  void a_passport_of_somebody_else_is_shown_and_left_to_the_officer() {
    var number = "K" + RegisterFixtures.socialInsuranceNumber().substring(2);
    var minh = askers.asker();
    asksForPassport(minh, number);
    askers.approve(askers.submitted(minh), an);
    asksForPassport(lan, number);
    assertThat(adjustments.problems(adjustments.editable(lan.id()).orElseThrow()))
        .as("the portal tells nobody")
        .isEmpty();
    var file = desk.open(askers.submitted(lan).id(), an).orElseThrow();
    assertThat(file.paperOfAnother()).isTrue();
    assertThat(file.numberTaken()).isFalse();
    assertThat(askers.approve(file.adjustment(), an)).isEqualTo(new AdjustmentDecision.Done(true));
  }

  @Test
  void an_old_card_with_the_personal_id_of_somebody_else_is_shown_too() {
    var minh = askers.asker();
    askers.filled(
        lan,
        Set.of(Item.PAPER),
        Map.of(
            AdjustmentField.PAPER_KIND,
            "OLD_CARD",
            AdjustmentField.PAPER_NUMBER,
            people.find(minh.id()).orElseThrow().personalId()),
        askers.today());
    assertThat(desk.open(askers.submitted(lan).id(), an).orElseThrow().paperOfAnother()).isTrue();
  }

  @Test
  void what_is_put_right_the_office_sees_when_it_is_sent_again() {
    var id = askers.handedIn(lan);
    desk.take(id, an);
    desk.returnForCorrection(id, askers.now(lan).version(), an, "Ảnh mờ");
    var sent = desk.lookAtPicture(id, FileKind.BIRTH_CERTIFICATE, an).orElseThrow();
    askers.photo(lan, FileKind.BIRTH_CERTIFICATE);
    askers.photo(lan, FileKind.RESIDENCE_PAPER);
    var unsent = askers.now(lan).pictures().of(FileKind.BIRTH_CERTIFICATE);
    askers.photo(lan, FileKind.BIRTH_CERTIFICATE);
    assertThat(files.safety(List.of(unsent))).as("replaced before it was sent").isEmpty();
    assertThat(desk.lookAtPicture(id, FileKind.BIRTH_CERTIFICATE, an)).contains(sent);
    assertThat(desk.lookAtPicture(id, FileKind.RESIDENCE_PAPER, an)).isEmpty();
    assertThat(files.safety(List.of(sent))).hasSize(1);

    clock.advance(java.time.Duration.ofMinutes(3));
    askers.submitted(lan);
    assertThat(desk.lookAtPicture(id, FileKind.BIRTH_CERTIFICATE, an))
        .contains(askers.now(lan).pictures().of(FileKind.BIRTH_CERTIFICATE));
    assertThat(files.safety(List.of(sent))).as("replaced").isEmpty();
    var all = askers.now(lan).pictures().all();
    adjustments.withdraw(lan.id());
    assertThat(files.safety(all)).isEmpty();
  }

  @Test
  void withdrawn_while_it_is_put_right_no_picture_stays() {
    var id = askers.handedIn(lan);
    desk.take(id, an);
    desk.returnForCorrection(id, askers.now(lan).version(), an, "Ảnh mờ");
    askers.photo(lan, FileKind.BIRTH_CERTIFICATE);
    var every = askers.now(lan).everyPicture();
    assertThat(every).hasSize(2);
    adjustments.withdraw(lan.id());
    assertThat(files.safety(every)).isEmpty();
  }

  private void asksForPassport(Askers.Asker who, String number) {
    askers.filled(
        who,
        Set.of(Item.PAPER),
        Map.of(AdjustmentField.PAPER_KIND, "PASSPORT", AdjustmentField.PAPER_NUMBER, number),
        askers.today());
  }

  private static NewPerson renamed(Person person) {
    return new NewPerson(
        person.socialInsuranceNumber(),
        person.personalId(),
        BY_IMPORT,
        person.birthDate(),
        person.sex(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        person.nationality());
  }

  private void waitUntilSomebodyWaitsForTheImport() {
    var latest = Instant.now().plusSeconds(20);
    while (!somebodyWaits()) {
      assertThat(Instant.now()).as("nobody waits for the import").isBefore(latest);
      Thread.onSpinWait();
    }
  }

  private boolean somebodyWaits() {
    return sql.sql(
            """
            select exists (select 1 from pg_locks
                           where locktype = 'advisory' and not granted
                             and pg_backend_pid() = any (pg_blocking_pids(pid)))
            """)
        .query(Boolean.class)
        .single();
  }
}
