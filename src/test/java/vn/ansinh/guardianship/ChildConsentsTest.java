package vn.ansinh.guardianship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Together;
import vn.ansinh.consents.Consent;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.platform.PersonId;
import vn.ansinh.staff.Role;

/** Whose word a child's account needs: asked here, whatever a page has asked. */
class ChildConsentsTest extends GuardianshipTest {

  static final Said SAID = new Said(Place.CHILD_ACCOUNT, "Chrome, Android", "vi");

  /** Enough for two to meet between what each of them holds. */
  static final int ROUNDS = 8;

  @Autowired ChildsWord word;
  @Autowired Consents consents;

  @Test
  void nothing_is_handed_in_without_the_childs_own_word_from_seven_years() {
    var id = family.filledIn(lan, be);
    var code = family.codeOnly(lan, id);
    assertThat(handIns.submit(lan.id(), id, code)).isEqualTo(new ChildSubmission.NotConsented());
    family.agree(lan, id, Purpose.CHILD_BY_GUARDIAN);
    assertThat(handIns.submit(lan.id(), id, code)).isEqualTo(new ChildSubmission.NotConsented());
    family.agree(lan, id, Purpose.CHILD_BY_CHILD);
    assertThat(handIns.submit(lan.id(), id, code)).isEqualTo(new ChildSubmission.Accepted(id));
  }

  @Test
  void a_child_who_turns_seven_while_waiting_is_asked_before_the_approval() {
    var nearly = BirthDate.of(Family.today().minusYears(7).plusDays(2));
    var young = family.child(nearly, "HGD-CON");
    var id = family.filledIn(lan, young);
    family.agree(lan, id, Purpose.CHILD_BY_GUARDIAN);
    handIns.submit(lan.id(), id, family.codeOnly(lan, id));
    clock.advance(Duration.ofDays(3));
    assertThat(family.approve(id)).isEqualTo(new ChildDecision.NotConsented());
    assertThat(accounts.exists(young.id())).isFalse();

    var version = applications.find(id).orElseThrow().version();
    var reasons = List.of("CHILD_DATA_DIFFER");
    decisions.returnForCorrection(id, version, Family.officer(Role.REVIEWER), reasons, "Hỏi trẻ");
    family.submit(lan, id);
    assertThat(family.approve(id)).isEqualTo(new ChildDecision.Done());
  }

  @Test
  void the_childs_no_ends_the_account_and_its_guardians_access_but_not_the_other_parents() {
    family.approved(lan, be);
    var minh = family.guardian();
    family.approved(minh, be);
    assertThat(word.takeBack(lan.id(), SAID)).as("no child").isFalse();
    assertThat(word.takeBack(be.id(), SAID)).isTrue();
    assertThat(accounts.exists(be.id())).isFalse();
    assertThat(guardianships.right(lan.id(), be.id())).isEmpty();
    assertThat(guardianships.right(minh.id(), be.id())).contains(Right.ACT);
    assertThat(consents.of(be.id().value()))
        .filteredOn(it -> it.end() == Consent.End.WITHDRAWN)
        .extracting(Consent::purpose)
        .containsExactly(Purpose.CHILD_BY_CHILD);
    assertThat(guardianships.about(be.id()))
        .extracting(Link::endReason)
        .containsExactlyInAnyOrder(LinkEnd.CHILD_SAID_NO, null);
    assertThat(word.takeBack(be.id(), SAID)).as("once").isFalse();
  }

  @Test
  void a_child_says_no_at_the_office_about_each_guardian() {
    var id = family.approved(lan, be);
    var officer = Family.officer(Role.REVIEWER);
    assertThat(
            guardianshipDesk.childSaidNo(
                id, link(lan), Family.officer(Role.INTAKE), Locale.ENGLISH))
        .isEqualTo(new ChildDecision.NotAllowed());
    var link = link(lan);
    assertThat(guardianshipDesk.childSaidNo(id, link, officer, Locale.ENGLISH))
        .isEqualTo(new ChildDecision.Done());
    assertThat(guardianshipDesk.childSaidNo(id, link, officer, Locale.ENGLISH))
        .isEqualTo(new ChildDecision.Stale());
    assertThat(guardianships.about(be.id()))
        .extracting(Link::endReason)
        .containsExactly(LinkEnd.CHILD_SAID_NO);
    assertThat(family.audited("CONSENT_WITHDRAWN", new PersonId(officer.id().value()), be.id()))
        .isEqualTo(1);
  }

  @Test
  void the_registers_birth_date_counts_when_it_was_put_right_meanwhile() {
    var young = family.child(BirthDate.of(Family.today().minusYears(5)), "HGD-CON");
    var id = family.filledIn(lan, young);
    family.agree(lan, id, Purpose.CHILD_BY_GUARDIAN);
    handIns.submit(lan.id(), id, family.codeOnly(lan, id));
    family.born(young.id(), BirthDate.of(Family.today().minusYears(8)));
    assertThat(family.approve(id)).isEqualTo(new ChildDecision.NotConsented());
  }

  @Test
  void nobody_puts_a_word_in_the_mouth_of_a_child_under_seven() {
    var young = family.child(BirthDate.of(Family.today().minusYears(1)), "HGD-CON");
    var id = family.approved(lan, young);
    var link = link(lan);
    var officer = Family.officer(Role.REVIEWER);
    assertThat(guardianshipDesk.childSaidNo(id, link, officer, Locale.ENGLISH))
        .isEqualTo(new ChildDecision.NoOwnWord());
    assertThat(guardianships.right(lan.id(), young.id())).contains(Right.ACT);
    assertThat(guardianshipDesk.end(id, link, officer)).isEqualTo(new ChildDecision.Done());
  }

  @Test
  void a_childs_no_and_the_offices_end_at_once_both_come_through() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var minh = family.guardian();
      var child = family.child(minh);
      var id = family.approved(minh, child);
      var link = guardianships.about(child.id()).getFirst().id();
      var officer = Family.officer(Role.REVIEWER);
      Together.run(
          6,
          i ->
              i % 2 == 0
                  ? word.takeBack(child.id(), SAID)
                  : guardianshipDesk.end(id, link, officer) instanceof ChildDecision.Done);
      assertThat(guardianships.right(minh.id(), child.id())).isEmpty();
      assertThat(consents.of(child.id().value())).noneMatch(Consent::isLive);
    }
  }

  @Test
  void a_guardians_withdrawal_is_not_refused_by_an_approval_under_way() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var minh = family.guardian();
      var child = family.child(minh);
      var id = family.submitted(minh, child);
      Together.run(
          4,
          i ->
              i % 2 == 0
                  ? consents.withdrawFor(id.value(), minh.id(), Purpose.CHILD_BY_GUARDIAN, SAID)
                  : family.approve(id) instanceof ChildDecision.Done);
      consents.withdrawFor(child.id().value(), minh.id(), Purpose.CHILD_BY_GUARDIAN, SAID);
      assertThat(guardianships.right(minh.id(), child.id())).isEmpty();
      assertThat(consents.stands(child.id().value(), Purpose.CHILD_BY_GUARDIAN)).isFalse();
      assertThat(accounts.exists(child.id())).isFalse();
    }
  }
}
