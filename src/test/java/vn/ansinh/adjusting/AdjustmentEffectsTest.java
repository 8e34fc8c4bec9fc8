package vn.ansinh.adjusting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Together;
import vn.ansinh.audit.Actor;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.people.PersonChange;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.support.LetterBoxTest;

/** What is approved the register says on its day, once. */
@LetterBoxTest
class AdjustmentEffectsTest extends DeskSetting {

  @Autowired AdjustmentQueue queue;

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
    clock.advance(settings.doneKeptFor().plusMinutes(1));
    upkeep.run();
    assertThat(askers.now(lan).content()).as("kept no longer than others").isNull();
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
    assertThat(queue.byCode(back.code().value(), an)).contains(back.id());
    assertThat(askers.audited("ADJUSTMENT_REOPENED", lan)).isEqualTo(1);
  }

  @Test
  void a_register_that_changed_meanwhile_brings_it_back_too() {
    approvedFor(askers.today().plusDays(3));
    rename(lan, "Lê Thị Giữa");
    clock.advance(Duration.ofDays(3));
    effects.runNow();
    assertThat(askers.now(lan).conflict()).isEqualTo(Conflict.REGISTER_CHANGED);
    assertThat(askers.told(lan)).last().isEqualTo("ADJUSTMENT_REOPENED");
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
    assertThat(askers.told(lan))
        .last()
        .as("nobody is there to be told")
        .isNotEqualTo("ADJUSTMENT_ENDED");
    assertThat(askers.audited("ADJUSTMENT_ENDED", lan)).isEqualTo(1);
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
}
