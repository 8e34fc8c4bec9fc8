package vn.ansinh.adjusting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Together;
import vn.ansinh.adjusting.Askers.Asker;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.Office;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.people.People;
import vn.ansinh.people.PersonChange;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.people.Revision;
import vn.ansinh.people.Revisions;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Role;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestStaff;

/** The office decides, and the register says it on its day, once. */
@LetterBoxTest
class AdjustmentDeskTest {

  @Autowired ApplicationContext context;
  @Autowired Adjustments adjustments;
  @Autowired AdjustmentDesk desk;
  @Autowired AdjustmentEffects effects;
  @Autowired AdjustmentSettings settings;
  @Autowired AdjustmentUpkeep upkeep;
  @Autowired People people;
  @Autowired Revisions revisions;
  @Autowired Files files;
  @Autowired TestStaff staff;
  @Autowired TransactionTemplate transaction;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  Askers askers;
  Asker lan;
  Officer an;

  @BeforeEach
  void a_request_and_an_officer() {
    staff.provincialOffice();
    askers = new Askers(context);
    lan = askers.asker();
    an = askers.reviewer();
  }

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void approved_the_register_says_it_and_what_it_said_before() {
    var before = people.find(lan.id()).orElseThrow();
    askers.handedIn(lan);
    assertThat(askers.approve(askers.now(lan), an)).isEqualTo(new AdjustmentDecision.Done(true));

    var after = people.find(lan.id()).orElseThrow();
    assertThat(after.fullName()).isEqualTo(Askers.NEW_NAME);
    assertThat(after.personalId()).isEqualTo(before.personalId());
    assertThat(after.householdCode()).isEqualTo(before.householdCode());
    var change = people.history(lan.id()).getFirst();
    assertThat(change.field()).isEqualTo(PersonChange.Field.FULL_NAME);
    assertThat(change.from()).isEqualTo(before.fullName());
    assertThat(change.by()).isEqualTo(Actor.of(an.id()));
    assertThat(people.matching(Askers.NEW_NAME, before.birthDate(), before.personalId()))
        .as("found by the new name")
        .hasSize(1);
    assertThat(people.matching(before.fullName(), before.birthDate(), before.personalId()))
        .isEmpty();
    assertThat(askers.now(lan).status()).isEqualTo(AdjustmentStatus.DONE);
    assertThat(askers.told(lan)).last().isEqualTo("ADJUSTMENT_DONE");
    assertThat(askers.audited("ADJUSTMENT_DONE", lan)).isEqualTo(1);
    assertThat(askers.audited("PERSON_REVISED", lan)).isEqualTo(1);
  }

  @Test
  void everything_but_the_birth_date_is_changed_together() {
    var number = RegisterFixtures.personalId();
    askers.filled(
        lan,
        EnumSet.complementOf(EnumSet.of(Item.BIRTH_DATE)),
        Map.of(
            AdjustmentField.FULL_NAME, Askers.NEW_NAME,
            AdjustmentField.SEX, "OTHER",
            AdjustmentField.PAPER_KIND, "CITIZEN_CARD",
            AdjustmentField.PAPER_NUMBER, number,
            AdjustmentField.ADDRESS_LAYER, "UNTIL_2025",
            AdjustmentField.WARD_CODE, "27487",
            AdjustmentField.STREET, "Số 99",
            AdjustmentField.CONTACT_PERSON, "Lê Văn Giúp"),
        askers.today());
    var old = people.find(lan.id()).orElseThrow().personalId();
    askers.approve(askers.submitted(lan), an);

    var after = people.find(lan.id()).orElseThrow();
    assertThat(after.personalId()).isEqualTo(number);
    assertThat(after.address().street()).isEqualTo("Số 99");
    assertThat(after.contactPerson()).isEqualTo("Lê Văn Giúp");
    assertThat(people.byNumber(number)).get().extracting("id").isEqualTo(lan.id());
    assertThat(people.byNumber(old)).as("free for whose it is").isEmpty();
    assertThat(people.history(lan.id())).hasSize(5);
  }

  @Test
  void who_would_become_somebody_else_is_sent_to_a_desk() {
    askers.filled(
        lan,
        EnumSet.of(Item.FULL_NAME, Item.BIRTH_DATE, Item.PAPER),
        Map.of(
            AdjustmentField.FULL_NAME,
            Askers.NEW_NAME,
            AdjustmentField.BIRTH_DATE,
            "1980",
            AdjustmentField.PAPER_KIND,
            "CITIZEN_CARD",
            AdjustmentField.PAPER_NUMBER,
            RegisterFixtures.personalId()),
        askers.today());
    assertThat(adjustments.problems(adjustments.editable(lan.id()).orElseThrow()))
        .containsOnly(Map.entry(AdjustmentField.ITEMS, "ANOTHER_PERSON"));
    assertThat(askers.begin(lan)).isInstanceOf(AskingToAdjust.Incomplete.class);
  }

  @Test
  void a_passport_takes_the_place_of_the_one_before() {
    var old = revise(new IdentityPaper(PaperKind.PASSPORT, "B7654321"));
    var now = revise(new IdentityPaper(PaperKind.PASSPORT, "C1234567"));
    assertThat(people.find(lan.id()).orElseThrow().papers()).contains(now).doesNotContain(old);
    assertThat(people.history(lan.id()).getFirst())
        .extracting(PersonChange::from, PersonChange::to)
        .containsExactly("B7654321", "C1234567");
  }

  @Test
  void a_number_of_somebody_else_is_shown_refused_and_changes_nothing() {
    var minh = askers.asker();
    var number = people.find(minh.id()).orElseThrow().personalId();
    asksForNumber(number, askers.today());
    var open = desk.open(askers.submitted(lan).id(), an).orElseThrow();
    assertThat(open.numberTaken()).isTrue();
    assertThat(askers.approve(open.adjustment(), an))
        .isInstanceOf(AdjustmentDecision.NumberTaken.class);
    assertThat(people.find(lan.id()).orElseThrow().personalId()).isNotEqualTo(number);
    assertThat(people.byNumber(number)).get().extracting("id").isEqualTo(minh.id());
    assertThat(askers.now(lan).status()).isEqualTo(AdjustmentStatus.SUBMITTED);
  }

  @Test
  void a_day_to_come_is_waited_for_and_taken_up_once() throws Exception {
    approvedFor(askers.today().plusDays(10));
    assertThat(askers.told(lan)).last().isEqualTo("ADJUSTMENT_APPROVED");
    clock.advance(Duration.ofDays(9));
    effects.runNow();
    assertThat(people.find(lan.id()).orElseThrow().fullName()).isNotEqualTo(Askers.NEW_NAME);
    clock.advance(Duration.ofDays(1));
    Together.run(
        6,
        _ -> {
          effects.runNow();
          return 0;
        });
    assertThat(people.find(lan.id()).orElseThrow().fullName()).isEqualTo(Askers.NEW_NAME);
    assertThat(people.history(lan.id())).hasSize(1);
    assertThat(askers.audited("ADJUSTMENT_DONE", lan)).isEqualTo(1);
    assertThat(askers.told(lan).stream().filter("ADJUSTMENT_DONE"::equals)).hasSize(2);
  }

  @Test
  void a_number_taken_meanwhile_comes_back_to_the_office() {
    var number = RegisterFixtures.personalId();
    asksForNumber(number, askers.today().plusDays(3));
    assertThat(askers.approve(askers.submitted(lan), an))
        .isEqualTo(new AdjustmentDecision.Done(false));
    people.add(
        RegisterFixtures.mau(RegisterFixtures.socialInsuranceNumber(), number), Actor.SYSTEM);
    clock.advance(Duration.ofDays(3));
    effects.runNow();
    var back = askers.now(lan);
    assertThat(back.status()).isEqualTo(AdjustmentStatus.SUBMITTED);
    assertThat(back.conflict()).isEqualTo(Conflict.NUMBER_TAKEN);
    assertThat(desk.waiting(an)).extracting(Adjustment::id).contains(back.id());
    assertThat(askers.audited("ADJUSTMENT_REOPENED", lan)).isEqualTo(1);
  }

  @Test
  void a_register_that_changed_meanwhile_brings_it_back_too() {
    approvedFor(askers.today().plusDays(3));
    transaction.executeWithoutResult(
        _ ->
            revisions.revise(
                lan.id(), new Revision("Lê Thị Giữa", null, null, null, null, null), Actor.SYSTEM));
    clock.advance(Duration.ofDays(3));
    effects.runNow();
    assertThat(askers.now(lan).conflict()).isEqualTo(Conflict.REGISTER_CHANGED);
    assertThat(people.find(lan.id()).orElseThrow().fullName()).isEqualTo("Lê Thị Giữa");
    assertThat(askers.approve(askers.now(lan), an)).isEqualTo(new AdjustmentDecision.Done(true));
    assertThat(people.find(lan.id()).orElseThrow().fullName()).isEqualTo(Askers.NEW_NAME);
  }

  @Test
  void whoever_has_died_meanwhile_is_not_changed() {
    approvedFor(askers.today().plusDays(3));
    var minh = askers.asker();
    askers.handedIn(minh);
    for (var one : List.of(lan, minh)) {
      sql.sql("update people.person set status = 'DECEASED' where person_id = :person")
          .param("person", one.id().value())
          .update();
    }
    clock.advance(Duration.ofDays(3));
    effects.runNow();
    assertThat(askers.now(lan).status()).isEqualTo(AdjustmentStatus.WITHDRAWN);
    assertThat(askers.approve(askers.now(minh), an))
        .isInstanceOf(AdjustmentDecision.NotActive.class);
  }

  @Test
  void cut_off_in_the_middle_nothing_has_happened_and_the_next_run_does_it() {
    approvedFor(askers.today().plusDays(1));
    clock.advance(Duration.ofDays(1));
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    _ -> {
                      effects.settle(lan.id());
                      throw new IllegalStateException("the process dies");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(people.find(lan.id()).orElseThrow().fullName()).isNotEqualTo(Askers.NEW_NAME);
    assertThat(askers.now(lan).status()).isEqualTo(AdjustmentStatus.APPROVED);
    effects.runNow();
    assertThat(people.find(lan.id()).orElseThrow().fullName()).isEqualTo(Askers.NEW_NAME);
  }

  @Test
  void one_is_taken_by_one_officer_and_given_back() throws Exception {
    var id = askers.handedIn(lan);
    var two = List.of(an, askers.reviewer());
    var answers = Together.run(2, i -> desk.take(id, two.get(i)));
    assertThat(answers).filteredOn(AdjustmentDecision.Done.class::isInstance).hasSize(1);
    assertThat(answers)
        .filteredOn(AdjustmentDecision.TakenByColleague.class::isInstance)
        .hasSize(1);
    var holder = answers.getFirst() instanceof AdjustmentDecision.Done ? an : two.getLast();
    var other = holder == an ? two.getLast() : an;
    assertThat(askers.now(lan).receiptDue()).as("received").isNull();
    assertThat(desk.giveBack(id, other)).isInstanceOf(AdjustmentDecision.Stale.class);
    assertThat(desk.approve(id, askers.now(lan).version(), other))
        .isInstanceOf(AdjustmentDecision.TakenByColleague.class);
    assertThat(desk.take(id, Askers.officer(Office.ROOT, Role.OFFICE_HEAD)))
        .as("who shares out")
        .isInstanceOf(AdjustmentDecision.Done.class);
    assertThat(desk.giveBack(id, holder)).isInstanceOf(AdjustmentDecision.Stale.class);
    assertThat(desk.holder(askers.now(lan))).isNotEmpty();
  }

  @Test
  void it_is_decided_only_by_who_has_it_and_may() {
    var id = askers.handedIn(lan);
    var version = askers.now(lan).version();
    assertThat(desk.approve(id, version, an)).isInstanceOf(AdjustmentDecision.NotTaken.class);
    var counter = Askers.officer(Office.ROOT, Role.INTAKE);
    assertThat(desk.take(id, counter)).isInstanceOf(AdjustmentDecision.Done.class);
    assertThat(desk.approve(id, version, counter))
        .isInstanceOf(AdjustmentDecision.NotAllowed.class);
    assertThat(desk.reject(id, version, counter, "x"))
        .isInstanceOf(AdjustmentDecision.NotAllowed.class);
    desk.giveBack(id, counter);
    var elsewhere = Askers.officer(staff.provincialOffice(), Role.REVIEWER);
    assertThat(desk.open(id, elsewhere)).isEmpty();
    assertThat(desk.waiting(elsewhere)).isEmpty();
    assertThat(desk.take(id, elsewhere)).isInstanceOf(AdjustmentDecision.NotFound.class);
    assertThat(desk.giveBack(id, elsewhere)).isInstanceOf(AdjustmentDecision.NotFound.class);
    assertThat(desk.approve(id, version, elsewhere))
        .isInstanceOf(AdjustmentDecision.NotFound.class);
    assertThat(desk.lookAtPicture(id, FileKind.BIRTH_CERTIFICATE, elsewhere)).isEmpty();
    desk.take(id, an);
    assertThat(desk.approve(id, version + 1, an)).isInstanceOf(AdjustmentDecision.Stale.class);
    assertThat(desk.reject(id, version, an, " ")).isInstanceOf(AdjustmentDecision.NoAnswer.class);
  }

  @Test
  void an_officer_of_the_persons_name_leaves_it_to_a_colleague() {
    askers.handedIn(lan);
    var named =
        new Officer(
            an.id(),
            "can.bo",
            lan.who().person().fullName().toUpperCase(java.util.Locale.ROOT),
            Office.ROOT,
            Set.of(Role.REVIEWER),
            true,
            true);
    assertThat(askers.approve(askers.now(lan), named))
        .isInstanceOf(AdjustmentDecision.OwnName.class);
  }

  @Test
  void two_decisions_at_once_are_one() throws Exception {
    for (int round = 0; round < 3; round++) {
      var one = askers.asker();
      var id = askers.handedIn(one);
      desk.take(id, an);
      var version = askers.now(one).version();
      var answers =
          Together.run(
              6,
              i ->
                  i % 2 == 0
                      ? desk.approve(id, version, an)
                      : desk.reject(id, version, an, "Ảnh mờ"));
      assertThat(answers).filteredOn(AdjustmentDecision.Done.class::isInstance).hasSize(1);
      assertThat(answers).filteredOn(AdjustmentDecision.Stale.class::isInstance).hasSize(5);
      var renamed = people.find(one.id()).orElseThrow().fullName().equals(Askers.NEW_NAME);
      assertThat(askers.now(one).status())
          .isEqualTo(renamed ? AdjustmentStatus.DONE : AdjustmentStatus.REJECTED);
    }
  }

  @Test
  void withdrawing_and_approving_at_once_have_one_winner() throws Exception {
    for (int round = 0; round < 5; round++) {
      var one = askers.asker();
      var id = askers.handedIn(one);
      desk.take(id, an);
      var version = askers.now(one).version();
      var answers =
          Together.run(
              2,
              i ->
                  i == 0
                      ? adjustments.withdraw(one.id())
                      : desk.approve(id, version, an) instanceof AdjustmentDecision.Done);
      assertThat(answers).containsExactlyInAnyOrder(true, false);
      var renamed = people.find(one.id()).orElseThrow().fullName().equals(Askers.NEW_NAME);
      assertThat(renamed).isEqualTo(answers.getLast());
    }
  }

  @Test
  void two_people_who_want_one_number_at_once_get_it_once() throws Exception {
    var number = RegisterFixtures.personalId();
    var minh = askers.asker();
    for (var one : List.of(lan, minh)) {
      askers.filled(
          one,
          Set.of(Item.PAPER),
          Map.of(AdjustmentField.PAPER_KIND, "CITIZEN_CARD", AdjustmentField.PAPER_NUMBER, number),
          askers.today());
      askers.submitted(one);
    }
    var both = List.of(askers.now(lan), askers.now(minh));
    var answers = Together.run(2, i -> askers.approve(both.get(i), an));
    assertThat(answers).filteredOn(AdjustmentDecision.Done.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(AdjustmentDecision.NumberTaken.class::isInstance).hasSize(1);
  }

  @Test
  void returned_it_is_put_right_and_sent_again_with_its_code() {
    var id = askers.handedIn(lan);
    var code = askers.now(lan).code();
    desk.take(id, an);
    var said = "Ảnh mờ <script>alert(1)</script> {0} '\u202E";
    assertThat(desk.returnForCorrection(id, askers.now(lan).version(), an, said))
        .isInstanceOf(AdjustmentDecision.Done.class);
    assertThat(askers.now(lan).answer()).isEqualTo(said);
    assertThat(askers.told(lan)).last().isEqualTo("ADJUSTMENT_RETURNED");
    assertThat(sentMail("ADJUSTMENT_RETURNED")).isNotEmpty();
    clock.advance(Duration.ofMinutes(3));
    askers.photo(lan, FileKind.BIRTH_CERTIFICATE);
    var again = askers.submitted(lan);
    assertThat(again.id()).isEqualTo(id);
    assertThat(again.code()).isEqualTo(code);
    assertThat(again.answer()).isNull();
    assertThat(askers.approve(again, an)).isEqualTo(new AdjustmentDecision.Done(true));
  }

  @Test
  void rejected_it_is_erased_after_thirty_days_and_another_can_be_asked_for() {
    var id = askers.handedIn(lan);
    desk.take(id, an);
    desk.reject(id, askers.now(lan).version(), an, "Không đúng người");
    assertThat(askers.told(lan)).last().isEqualTo("ADJUSTMENT_REJECTED");
    var pictures = askers.now(lan).pictures().all();
    clock.advance(settings.refusedKeptFor().plusMinutes(1));
    upkeep.run();
    assertThat(askers.now(lan).content()).isNull();
    assertThat(askers.now(lan).status()).isEqualTo(AdjustmentStatus.REJECTED);
    assertThat(files.safety(pictures)).isEmpty();
  }

  @Test
  void every_look_stands_on_the_persons_trail() {
    var id = askers.handedIn(lan);
    desk.open(id, an);
    desk.lookAtPicture(id, FileKind.BIRTH_CERTIFICATE, an);
    desk.lookAtPicture(id, FileKind.PAPER_FRONT, an);
    desk.take(id, an);
    desk.giveBack(id, an);
    assertThat(askers.audited("ADJUSTMENT_LOOKED", lan)).isEqualTo(1);
    assertThat(askers.audited("ADJUSTMENT_PICTURE_LOOKED", lan)).isEqualTo(1);
    assertThat(askers.audited("ADJUSTMENT_TAKEN", lan)).isEqualTo(1);
    assertThat(askers.audited("ADJUSTMENT_GIVEN_BACK", lan)).isEqualTo(1);
  }

  private List<String> sentMail(String kind) {
    return sql.sql("select kind from notifications.message where kind = :kind and person_id = :id")
        .param("kind", kind)
        .param("id", lan.id().value())
        .query(String.class)
        .list();
  }

  private IdentityPaper revise(IdentityPaper paper) {
    transaction.executeWithoutResult(
        _ ->
            revisions.revise(
                lan.id(), new Revision(null, null, null, paper, null, null), Actor.SYSTEM));
    return paper;
  }

  private void asksForNumber(String number, LocalDate from) {
    askers.filled(
        lan,
        Set.of(Item.PAPER),
        Map.of(AdjustmentField.PAPER_KIND, "CITIZEN_CARD", AdjustmentField.PAPER_NUMBER, number),
        from);
  }

  private void approvedFor(LocalDate day) {
    askers.renaming(lan, day);
    assertThat(askers.approve(askers.submitted(lan), an))
        .isEqualTo(new AdjustmentDecision.Done(false));
  }
}
