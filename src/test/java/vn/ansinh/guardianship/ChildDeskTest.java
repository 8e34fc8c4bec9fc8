package vn.ansinh.guardianship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.audit.Actor;
import vn.ansinh.files.FileKind;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.platform.PersonId;
import vn.ansinh.review.Decoys;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Role;

/** What officers see of applications. */
class ChildDeskTest extends GuardianshipTest {

  @Autowired Decoys decoys;

  static final Locale VI = Locale.of("vi");

  @Test
  void files_of_other_offices_and_drafts_do_not_exist() {
    var draft = family.filledIn(lan, be);
    var reviewer = Family.officer(Role.REVIEWER);
    assertThat(desk.open(draft, reviewer)).isEmpty();
    var id = family.submitted(family.guardian(), be);
    var elsewhere = Family.officer("001", Role.REVIEWER);
    assertThat(desk.open(id, elsewhere)).isEmpty();
    assertThat(desk.lookAtPicture(id, FileKind.PORTRAIT, elsewhere)).isEmpty();
    assertThat(decisions.approve(id, 1, elsewhere)).isEqualTo(new ChildDecision.NotFound());
    assertThat(queue.of(elsewhere, null))
        .extracting(it -> it.application().id())
        .doesNotContain(id);
    assertThat(desk.open(id, Family.officer(Role.ADMINISTRATOR))).isEmpty();
    var intake = Family.officer(Role.INTAKE);
    var version = applications.find(id).orElseThrow().version();
    assertThat(decisions.approve(id, version, intake)).isEqualTo(new ChildDecision.NotAllowed());
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
