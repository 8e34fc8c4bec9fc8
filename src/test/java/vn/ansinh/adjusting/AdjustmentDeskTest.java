package vn.ansinh.adjusting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ansinh.accounts.Together;
import vn.ansinh.catalogue.Office;
import vn.ansinh.files.FileKind;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Role;
import vn.ansinh.support.LetterBoxTest;

/** The office takes, compares and decides. */
@LetterBoxTest
class AdjustmentDeskTest extends DeskSetting {

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
    assertThat(desk.approve(id, askers.now(lan).version(), "", other))
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
    assertThat(desk.approve(id, version, "", an)).isInstanceOf(AdjustmentDecision.NotTaken.class);
    var counter = Askers.officer(Office.ROOT, Role.INTAKE);
    assertThat(desk.take(id, counter)).isInstanceOf(AdjustmentDecision.Done.class);
    assertThat(desk.approve(id, version, "", counter))
        .isInstanceOf(AdjustmentDecision.NotAllowed.class);
    assertThat(desk.reject(id, version, counter, "x"))
        .isInstanceOf(AdjustmentDecision.NotAllowed.class);
    desk.giveBack(id, counter);
    var elsewhere = Askers.officer(staff.provincialOffice(), Role.REVIEWER);
    assertThat(desk.open(id, elsewhere)).isEmpty();
    assertThat(desk.take(id, elsewhere)).isInstanceOf(AdjustmentDecision.NotFound.class);
    assertThat(desk.giveBack(id, elsewhere)).isInstanceOf(AdjustmentDecision.NotFound.class);
    assertThat(desk.approve(id, version, "", elsewhere))
        .isInstanceOf(AdjustmentDecision.NotFound.class);
    assertThat(desk.lookAtPicture(id, FileKind.BIRTH_CERTIFICATE, elsewhere)).isEmpty();
    desk.take(id, an);
    assertThat(desk.approve(id, version + 1, "", an)).isInstanceOf(AdjustmentDecision.Stale.class);
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
      var mark = askers.looked(id, an);
      var answers =
          Together.run(
              6,
              i ->
                  i % 2 == 0
                      ? desk.approve(id, version, mark, an)
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
      var mark = askers.looked(id, an);
      var answers =
          Together.run(
              2,
              i ->
                  i == 0
                      ? adjustments.withdraw(one.id())
                      : desk.approve(id, version, mark, an) instanceof AdjustmentDecision.Done);
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
    both.forEach(it -> desk.take(it.id(), an));
    var marks = both.stream().map(it -> askers.looked(it.id(), an)).toList();
    var answers =
        Together.run(
            2, i -> desk.approve(both.get(i).id(), both.get(i).version(), marks.get(i), an));
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
  void done_all_but_that_it_was_is_erased_after_five_years() {
    askers.handedIn(lan);
    askers.approve(askers.now(lan), an);
    clock.advance(settings.doneKeptFor().minusMinutes(1));
    upkeep.run();
    assertThat(askers.now(lan).content()).isNotNull();
    clock.advance(Duration.ofMinutes(2));
    upkeep.run();
    var left = askers.now(lan);
    assertThat(left.content()).isNull();
    assertThat(left.pictures().all()).isEmpty();
    assertThat(left.status()).isEqualTo(AdjustmentStatus.DONE);
    assertThat(askers.audited("ADJUSTMENT_ERASED", lan)).isEqualTo(1);
    assertThat(adjustments.form01(lan.id())).isEmpty();
    assertThat(desk.open(left.id(), an)).as("that it was").isPresent();
    upkeep.run();
    assertThat(askers.audited("ADJUSTMENT_ERASED", lan)).as("once").isEqualTo(1);
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
}
