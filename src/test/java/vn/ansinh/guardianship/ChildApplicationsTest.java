package vn.ansinh.guardianship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.ChangingContact;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.ContactChanges;
import vn.ansinh.accounts.LostContacts;
import vn.ansinh.accounts.Redeeming;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.Together;
import vn.ansinh.audit.Actor;
import vn.ansinh.datarights.Downloading;
import vn.ansinh.datarights.Downloads;
import vn.ansinh.datarights.TakenData;
import vn.ansinh.files.FileKind;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.platform.PersonId;
import vn.ansinh.review.Decoys;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Role;

class ChildApplicationsTest extends GuardianshipTest {

  @Autowired ContactChanges changes;
  @Autowired LostContacts lostContacts;
  @Autowired Downloads downloads;
  @Autowired Decoys decoys;

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
  void the_second_guardian_follows_when_the_first_is_decided() {
    family.approved(lan, be);
    var minh = family.guardian();
    family.approved(minh, be);
    assertThat(guardianships.right(lan.id(), be.id())).contains(Right.ACT);
    assertThat(guardianships.right(minh.id(), be.id())).contains(Right.ACT);
    assertThat(letterBox.firstPasswordWentTo(be.id())).isEqualTo(Contact.email(lan.email()));
    assertThat(family.told(lan)).as("there is another one").last().isEqualTo("GUARDIAN_ADDED");
    assertThat(family.told(minh)).doesNotContain("GUARDIAN_ADDED");
    var again = family.filledIn(lan, be);
    assertThat(family.submit(lan, again)).isEqualTo(new ChildSubmission.AlreadyGuardian());
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
  void approval_opens_the_childs_account_on_the_guardians_contact() {
    family.approved(lan, be);
    var account = accounts.find(be.id()).orElseThrow();
    assertThat(account.email()).isEqualTo(lan.email());
    assertThat(account.phone()).isNull();
    assertThat(account.lentBy()).isEqualTo(lan.id());
    assertThat(letterBox.firstPasswordWentTo(be.id())).isEqualTo(Contact.email(lan.email()));
    assertThat(sessions.current(childSession())).isPresent();
    assertThat(applications.portrait(be.id())).isPresent();
    assertThat(guardianships.of(lan.id()))
        .extracting(it -> it.person().id())
        .containsExactly(be.id());
  }

  @Test
  void a_childs_account_gets_no_contact_of_its_own_from_itself_or_the_desk() {
    family.approved(lan, be);
    var session = sessions.current(childSession()).orElseThrow();
    var wanted = Contact.email("be@example.vn");
    assertThat(changes.begin(session, OWN, wanted, Somebody.anyDevice(), VI))
        .isInstanceOf(ChangingContact.Lent.class);
    assertThat(lostContacts.replace(be.id(), wanted, Actor.SYSTEM))
        .isInstanceOf(LostContacts.Replacing.NoAccount.class);
    assertThat(accounts.find(be.id()).orElseThrow().email()).isEqualTo(lan.email());
  }

  @Test
  void two_officers_at_once_make_one_decision() throws Exception {
    var id = family.submitted(lan, be);
    var version = applications.find(id).orElseThrow().version();
    var answers =
        Together.run(
            4,
            i ->
                i % 2 == 0
                    ? desk.approve(id, version, Family.officer(Role.REVIEWER))
                    : desk.reject(
                        id,
                        version,
                        Family.officer(Role.REVIEWER),
                        List.of(ApplicationReason.DATA_DIFFER),
                        ""));
    assertThat(answers).filteredOn(it -> it instanceof ChildDecision.Done).hasSize(1);
    assertThat(answers).filteredOn(it -> it instanceof ChildDecision.Stale).hasSize(3);
  }

  @Test
  void a_returned_application_is_put_right_and_sent_again() {
    var id = family.submitted(lan, be);
    var officer = Family.officer(Role.INTAKE);
    var seen = applications.find(id).orElseThrow().version();
    assertThat(desk.returnForCorrection(id, seen, officer, List.of(), ""))
        .isEqualTo(new ChildDecision.NoReason());
    assertThat(
            desk.returnForCorrection(
                id, seen, officer, List.of(ApplicationReason.CERTIFICATE_UNREADABLE), "Chụp lại"))
        .isEqualTo(new ChildDecision.Done());
    var returned = applications.find(lan.id(), id).orElseThrow();
    assertThat(returned.status()).isEqualTo(ApplicationStatus.RETURNED);
    assertThat(returned.note()).isEqualTo("Chụp lại");
    clock.advance(Duration.ofMinutes(3));
    family.picture(lan, id, FileKind.BIRTH_CERTIFICATE);
    pictures.rotate(lan.id(), id, FileKind.PORTRAIT);
    assertThat(family.submit(lan, id)).isEqualTo(new ChildSubmission.Accepted(id));
    assertThat(family.approve(id)).isEqualTo(new ChildDecision.Done());
  }

  @Test
  void a_rejected_one_frees_the_child_and_is_erased_later() {
    var id = family.submitted(lan, be);
    var seen = applications.find(id).orElseThrow().version();
    assertThat(
            desk.reject(
                id,
                seen,
                Family.officer(Role.REVIEWER),
                List.of(ApplicationReason.NOT_THE_GUARDIAN),
                ""))
        .isEqualTo(new ChildDecision.Done());
    assertThat(family.submit(lan, family.filledIn(lan, be)))
        .isInstanceOf(ChildSubmission.Accepted.class);
    assertThat(applications.of(lan.id())).hasSize(2);
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

  @Test
  void the_register_decides_about_the_age_and_the_guardian() {
    var id = family.submitted(lan, be);
    family.born(be.id(), new BirthDate(Family.today().getYear() - 15, null, null));
    assertThat(family.approve(id)).isEqualTo(new ChildDecision.NotUnderFifteen());
    family.born(be.id(), BirthDate.of(Family.today().minusYears(8)));
    family.born(lan.id(), BirthDate.of(Family.today().minusYears(17)));
    assertThat(family.approve(id)).isEqualTo(new ChildDecision.NoGuardian());
    family.born(lan.id(), new BirthDate(1990, 1, 15));
    family.status(be.id(), vn.ansinh.people.PersonStatus.DECEASED);
    assertThat(family.approve(id)).isEqualTo(new ChildDecision.NobodyMatched());
    assertThat(guardianships.right(lan.id(), be.id())).isEmpty();
  }

  @Test
  void files_of_other_offices_and_drafts_do_not_exist() {
    var draft = family.filledIn(lan, be);
    var reviewer = Family.officer(Role.REVIEWER);
    assertThat(desk.open(draft, reviewer)).isEmpty();
    var id = family.submitted(family.guardian(), be);
    var elsewhere = Family.officer("001", Role.REVIEWER);
    assertThat(desk.open(id, elsewhere)).isEmpty();
    assertThat(desk.lookAtPicture(id, FileKind.PORTRAIT, elsewhere)).isEmpty();
    assertThat(desk.approve(id, 1, elsewhere)).isEqualTo(new ChildDecision.NotFound());
    assertThat(queue.of(elsewhere, null))
        .extracting(it -> it.application().id())
        .doesNotContain(id);
    assertThat(desk.open(id, Family.officer(Role.ADMINISTRATOR))).isEmpty();
    var intake = Family.officer(Role.INTAKE);
    var version = applications.find(id).orElseThrow().version();
    assertThat(desk.approve(id, version, intake)).isEqualTo(new ChildDecision.NotAllowed());
  }

  @Test
  void whoever_types_a_number_is_not_shown_whose_it_is() {
    var stranger = family.guardian();
    var grown = applications.start(stranger.id(), VI).orElseThrow().id();
    family.fill(stranger, grown, lan.number(), "Bé Khác", new BirthDate(2018, 1, 1));
    family.submit(stranger, grown);
    var file = desk.open(grown, Family.officer(Role.REVIEWER)).orElseThrow();
    assertThat(file.child()).isNull();
    assertThat(file.household()).isEmpty();
    var other = family.guardian();
    var child = applications.start(other.id(), VI).orElseThrow().id();
    family.fill(other, child, be.number(), "Bé Khác", new BirthDate(2018, 1, 1));
    family.submit(other, child);
    assertThat(desk.open(child, Family.officer(Role.REVIEWER)).orElseThrow().household()).isEmpty();
  }

  @Test
  void the_officer_sees_the_household_beside_the_application_and_is_seen_looking() {
    var id = family.submitted(lan, be);
    var officer = Family.officer(Role.REVIEWER);
    var file = desk.open(id, officer).orElseThrow();
    assertThat(file.household()).extracting(it -> it.id()).contains(lan.id(), be.id());
    assertThat(desk.lookAtPicture(id, FileKind.BIRTH_CERTIFICATE, officer)).isPresent();
    assertThat(desk.lookAtPicture(id, FileKind.PAPER_FRONT, officer)).isEmpty();
    var who = new vn.ansinh.platform.PersonId(officer.id().value());
    assertThat(family.audited("CHILD_FILE_LOOKED", who, lan.id())).isEqualTo(1);
    assertThat(file.household())
        .as("each of whom something was shown")
        .allSatisfy(it -> assertThat(family.audited("PERSON_SEEN", who, it.id())).isEqualTo(1));
  }

  @Test
  void the_guardian_is_told_of_every_decision_and_end() {
    var id = family.submitted(lan, be);
    var seen = applications.find(id).orElseThrow().version();
    var reasons = List.of(ApplicationReason.PORTRAIT_UNSUITABLE);
    desk.returnForCorrection(id, seen, Family.officer(Role.REVIEWER), reasons, "");
    clock.advance(Duration.ofMinutes(3));
    family.submit(lan, id);
    family.approve(id);
    guardianships.giveUp(lan.id(), link(lan));
    var refused = family.submitted(lan, be);
    var version = applications.find(refused).orElseThrow().version();
    desk.reject(refused, version, Family.officer(Role.REVIEWER), reasons, "");
    assertThat(family.told(lan))
        .as("by phone and by mail")
        .containsExactly(
            "CHILD_APPLICATION_RETURNED",
            "CHILD_APPLICATION_RETURNED",
            "CHILD_ACCOUNT_OPENED",
            "CHILD_ACCOUNT_OPENED",
            "GUARDIANSHIP_ENDED",
            "GUARDIANSHIP_ENDED",
            "CHILD_APPLICATION_REJECTED",
            "CHILD_APPLICATION_REJECTED");
  }

  @Test
  void no_guardian_fills_the_queue_and_the_office_sees_who_has_many_waiting() {
    var ids =
        Stream.generate(() -> family.child(lan))
            .limit(6)
            .map(it -> family.submitted(lan, it))
            .toList();
    var further = family.filledIn(lan, family.child(lan));
    assertThat(family.submit(lan, further)).isEqualTo(new ChildSubmission.TooManyWaiting(6));
    assertThat(applications.find(further).orElseThrow().status())
        .as("kept")
        .isEqualTo(ApplicationStatus.DRAFT);
    assertThat(all(Family.officer(Role.REVIEWER)))
        .filteredOn(it -> ids.contains(it.application().id()))
        .hasSize(6)
        .allMatch(it -> it.ofGuardian() == 6);
    applications.withdraw(lan.id(), ids.getFirst());
    assertThat(family.submit(lan, further)).isInstanceOf(ChildSubmission.Accepted.class);
  }

  @Test
  void the_queue_is_shown_page_by_page_and_nobody_is_left_out() {
    var ids =
        Stream.generate(family::guardian)
            .limit(ChildQueue.PAGE + 3)
            .map(it -> family.submitted(it, family.child(it)))
            .toList();
    assertThat(queue.of(Family.officer(Role.REVIEWER), null)).hasSize(ChildQueue.PAGE + 1);
    assertThat(all(Family.officer(Role.REVIEWER)))
        .extracting(it -> it.application().id())
        .doesNotHaveDuplicates()
        .containsAll(ids);
  }

  @Test
  void an_officer_who_sees_a_decoy_among_the_children_is_noticed() {
    var id = family.submitted(lan, be);
    decoys.add(be.id(), Actor.SYSTEM);
    var officer = Family.officer(Role.REVIEWER);
    desk.open(id, officer);
    assertThat(family.audited("DECOY_SEEN", new PersonId(officer.id().value()), be.id()))
        .isEqualTo(1);
  }

  private List<ChildQueue.Waiting> all(Officer officer) {
    var all = new ArrayList<ChildQueue.Waiting>();
    ApplicationId after = null;
    while (true) {
      var page = queue.of(officer, after);
      all.addAll(page.subList(0, Math.min(page.size(), ChildQueue.PAGE)));
      if (page.size() <= ChildQueue.PAGE) {
        return all;
      }
      after = all.getLast().application().id();
    }
  }
}
