package vn.ansinh.guardianship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.ChangingContact;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.ContactChanges;
import vn.ansinh.accounts.LostContacts;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.Together;
import vn.ansinh.audit.Actor;
import vn.ansinh.files.FileKind;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.staff.Role;

/** What officers decide about applications, and what follows. */
class ChildDecisionsTest extends GuardianshipTest {

  @Autowired ContactChanges changes;
  @Autowired LostContacts lostContacts;

  static final Locale VI = Locale.of("vi");

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
                    ? decisions.approve(id, version, Family.officer(Role.REVIEWER))
                    : decisions.reject(
                        id,
                        version,
                        Family.officer(Role.REVIEWER),
                        List.of("CHILD_NOT_THE_GUARDIAN"),
                        ""));
    assertThat(answers).filteredOn(it -> it instanceof ChildDecision.Done).hasSize(1);
    assertThat(answers).filteredOn(it -> it instanceof ChildDecision.Stale).hasSize(3);
  }

  @Test
  void a_returned_application_is_put_right_and_sent_again() {
    var id = family.submitted(lan, be);
    var officer = Family.officer(Role.INTAKE);
    var seen = applications.find(id).orElseThrow().version();
    for (var none :
        List.of(List.<String>of(), List.of("NAME_DIFFERS"), List.of("CHILD_NOT_FOUND"))) {
      assertThat(decisions.returnForCorrection(id, seen, officer, none, ""))
          .as("only reasons offered for this decision: %s", none)
          .isEqualTo(new ChildDecision.NoReason());
    }
    assertThat(
            decisions.returnForCorrection(
                id, seen, officer, List.of("CHILD_CERTIFICATE_UNREADABLE"), "Chụp lại"))
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
            decisions.reject(
                id, seen, Family.officer(Role.REVIEWER), List.of("CHILD_NOT_THE_GUARDIAN"), ""))
        .isEqualTo(new ChildDecision.Done());
    assertThat(family.submit(lan, family.filledIn(lan, be)))
        .isInstanceOf(ChildSubmission.Accepted.class);
    assertThat(applications.of(lan.id())).hasSize(2);
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
  void the_guardian_is_told_of_every_decision_and_end() {
    var id = family.submitted(lan, be);
    var seen = applications.find(id).orElseThrow().version();
    var reasons = List.of("CHILD_PORTRAIT_UNSUITABLE");
    decisions.returnForCorrection(id, seen, Family.officer(Role.REVIEWER), reasons, "");
    clock.advance(Duration.ofMinutes(3));
    family.submit(lan, id);
    family.approve(id);
    guardianships.giveUp(lan.id(), link(lan));
    var refused = family.submitted(lan, be);
    var version = applications.find(refused).orElseThrow().version();
    decisions.reject(
        refused, version, Family.officer(Role.REVIEWER), List.of("CHILD_NOT_THE_GUARDIAN"), "");
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
}
