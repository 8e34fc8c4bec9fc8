package vn.ansinh.guardianship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Redeeming;
import vn.ansinh.accounts.Together;
import vn.ansinh.datarights.Downloading;
import vn.ansinh.datarights.Downloads;
import vn.ansinh.datarights.TakenData;
import vn.ansinh.identity.BirthDate;

/** What guardians do with an application until it is handed in. */
class ChildApplicationsTest extends GuardianshipTest {

  @Autowired Downloads downloads;

  static final Locale VI = Locale.of("vi");

  @Test
  void a_draft_stays_with_the_guardian_and_is_one() throws Exception {
    var ids =
        Together.run(
            4, _ -> applications.start(lan.id(), VI).map(ChildApplication::id).orElseThrow());
    assertThat(ids).containsOnly(ids.getFirst());
    applications.save(
        lan.id(), ids.getFirst(), it -> it.withChild("MOTHER", "1", "Bé", "2018", ""));
    assertThat(applications.start(lan.id(), VI).orElseThrow().name()).isEqualTo("Bé");
    assertThat(applications.find(family.guardian().id(), ids.getFirst())).isEmpty();
  }

  @Test
  void what_is_missing_or_wrong_is_named() {
    var draft = applications.start(lan.id(), VI).orElseThrow();
    assertThat(applications.problems(draft)).hasSize(ChildField.values().length);
    var fifteen = BirthDate.of(Family.today().minusYears(15));
    family.fill(lan, draft.id(), "12", "A1", fifteen);
    assertThat(applications.problems(applications.find(draft.id()).orElseThrow()))
        .containsOnlyKeys(ChildField.NUMBER, ChildField.FULL_NAME, ChildField.BIRTH_DATE)
        .containsEntry(ChildField.BIRTH_DATE, "NOT_UNDER_FIFTEEN");
    assertThat(handIns.submit(lan.id(), draft.id(), "1"))
        .isInstanceOf(ChildSubmission.Incomplete.class);
  }

  @Test
  void only_a_grown_up_with_an_account_of_their_own_applies() {
    family.born(lan.id(), BirthDate.of(Family.today().minusYears(18).plusDays(1)));
    assertThat(applications.start(lan.id(), VI)).isEmpty();
    assertThat(applications.start(be.id(), VI)).isEmpty();
  }

  @Test
  void the_code_goes_to_the_guardian_and_hands_it_in_once() {
    var id = family.filledIn(lan, be);
    var code = family.code(lan, id);
    assertThat(handIns.submit(lan.id(), id, "x"))
        .isEqualTo(new ChildSubmission.NotConfirmed(new Redeeming.Wrong(5)));
    assertThat(handIns.submit(lan.id(), id, code)).isEqualTo(new ChildSubmission.Accepted(id));
    assertThat(handIns.submit(lan.id(), id, "whatever"))
        .isEqualTo(new ChildSubmission.Accepted(id));
    assertThat(family.audited("CHILD_APPLICATION_SUBMITTED", lan.id(), lan.id())).isEqualTo(1);
    assertThat(applications.save(lan.id(), id, it -> it.at(""))).isEmpty();
  }

  @Test
  void two_guardians_who_apply_for_a_child_at_once_keep_each_other_from_nothing() throws Exception {
    var minh = family.guardian();
    var both = List.of(lan, minh);
    var ids = List.of(family.filledIn(lan, be), family.filledIn(minh, be));
    var codes = List.of(family.code(lan, ids.get(0)), family.code(minh, ids.get(1)));
    var answers = Together.run(2, i -> handIns.submit(both.get(i).id(), ids.get(i), codes.get(i)));
    assertThat(answers).allMatch(it -> it instanceof ChildSubmission.Accepted);
    var again = family.filledIn(lan, be);
    assertThat(family.submit(lan, again)).isEqualTo(new ChildSubmission.AlreadyOpen());
  }

  @Test
  void nobody_is_handed_what_was_only_said_about_them() {
    family.approved(lan, be);
    family.submitted(family.guardian(), be);
    var held = ((Downloading.Granted) TakenData.of(downloads, be.id())).held();
    assertThat(held.sections())
        .filteredOn(it -> it.table().equals("guardianship.application"))
        .singleElement()
        .satisfies(it -> assertThat(it.rows()).hasSize(1))
        .satisfies(
            it ->
                assertThat(it.rows().getFirst().toString())
                    .contains("APPROVED")
                    .doesNotContain("office_code", "reasons"));
  }

  @Test
  void whoever_knows_only_the_number_blocks_nobody() {
    var stranger = family.guardian();
    var id = applications.start(stranger.id(), VI).orElseThrow().id();
    family.fill(stranger, id, be.number(), "Trần Văn Khác", new BirthDate(2018, 1, 1));
    assertThat(family.submit(stranger, id)).isInstanceOf(ChildSubmission.Accepted.class);
    assertThat(family.submit(lan, family.filledIn(lan, be)))
        .isInstanceOf(ChildSubmission.Accepted.class);
    assertThat(family.approve(id)).as("another name").isEqualTo(new ChildDecision.Differs());
  }

  @Test
  void a_withdrawn_one_leaves_nothing_behind() {
    var id = family.submitted(lan, be);
    assertThat(applications.withdraw(family.guardian().id(), id)).isFalse();
    assertThat(applications.withdraw(lan.id(), id)).isTrue();
    assertThat(applications.withdraw(lan.id(), id)).isFalse();
    var left = applications.find(id).orElseThrow();
    assertThat(left.form()).isNull();
    assertThat(left.pictures()).isEmpty();
    assertThat(family.approve(id)).isEqualTo(new ChildDecision.Stale());
  }
}
