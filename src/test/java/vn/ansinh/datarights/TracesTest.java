package vn.ansinh.datarights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Line;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Field;
import vn.ansinh.registration.Outcome;
import vn.ansinh.review.FileLooks;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.OfficerChange;
import vn.ansinh.staff.OfficerDetails;
import vn.ansinh.staff.Officers;
import vn.ansinh.staff.Role;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestStaff;

@LetterBoxTest
class TracesTest {

  @Autowired Traces traces;
  @Autowired Declarations declarations;
  @Autowired FileLooks looks;
  @Autowired Officers officers;
  @Autowired Applicants applicants;
  @Autowired TestStaff staff;
  @Autowired TestClock clock;
  @Autowired Audit audit;
  @Autowired TransactionTemplate transaction;

  String province;
  String district;
  Officer an;
  PersonId lan;

  @BeforeEach
  void an_officer_of_a_province_and_somebody_of_the_register() {
    province = staff.provincialOffice();
    district = staff.office(province);
    an = staff.officer(province, Role.REVIEWER);
    lan = applicants.known().person();
  }

  @Test
  void a_look_is_told_with_the_office_and_role_the_officer_had_then() {
    var file = submitted();
    looks.open(file, an);
    clock.advance(Duration.ofMinutes(1));
    var administrator = staff.officer(province, Role.ADMINISTRATOR);
    assertThat(
            officers.change(
                an.id(),
                new OfficerDetails(an.userName(), an.fullName(), district, an.roles()),
                administrator))
        .isEqualTo(new OfficerChange.Done());
    clock.advance(Duration.ofMinutes(1));
    looks.lookAtPicture(file, "PORTRAIT", officers.find(an.id()).orElseThrow());
    approve(file);

    var told = seen(lan);
    assertThat(told)
        .extracting(Trace::deed)
        .containsSubsequence(Deed.PICTURE_SEEN, Deed.FILE_OPENED);
    assertThat(told)
        .filteredOn(it -> it.deed() == Deed.FILE_OPENED)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.who()).isEqualTo(Trace.Who.OFFICER);
              assertThat(it.officeCode()).isEqualTo(province);
              assertThat(it.roles()).isEqualTo(Set.of("REVIEWER"));
            });
    assertThat(told)
        .filteredOn(it -> it.deed() == Deed.PICTURE_SEEN)
        .singleElement()
        .extracting(Trace::officeCode)
        .isEqualTo(district);
  }

  @Test
  void a_declaration_is_nobodys_until_an_officer_has_decided_whose_it_is() {
    var file = submitted();
    looks.open(file, an);
    assertThat(seen(lan)).isEmpty();
    approve(file);
    assertThat(seen(lan)).extracting(Trace::deed).contains(Deed.FILE_OPENED);
    assertThat(traces.of(lan, Deed.Group.CHANGE, Line.Mark.NEWEST).traces())
        .filteredOn(it -> it.deed() == Deed.DECLARATION_SUBMITTED)
        .singleElement()
        .extracting(Trace::who)
        .isEqualTo(Trace.Who.YOURSELF);
    assertThat(seen(applicants.known().person())).as("somebody else").isEmpty();
  }

  @Test
  void who_acted_is_told_as_what_they_were() {
    var minh = applicants.known().person();
    record("GUARDIAN_LOOKED", Actor.of(minh));
    record("NUMBER_SEARCHED", Actor.VISITOR);
    record("PERSON_FOUND_BY_OPERATOR", Actor.SYSTEM);
    record("DECOY_SEEN", Actor.of(an.id()));
    assertThat(seen(lan))
        .extracting(Trace::who)
        .containsExactlyInAnyOrder(Trace.Who.ANOTHER_PERSON, Trace.Who.VISITOR, Trace.Who.OPERATOR);
  }

  @Test
  void older_pages_go_on_where_the_one_before_ended_also_within_one_moment() {
    for (int i = 0; i < 45; i++) {
      record("PERSON_SEEN", Actor.of(an.id()));
      if (i % 7 == 0) {
        clock.advance(Duration.ofSeconds(1));
      }
    }
    var first = traces.of(lan, Deed.Group.LOOK, Line.Mark.NEWEST);
    var second = traces.of(lan, Deed.Group.LOOK, first.traces().getLast().mark());
    var third = traces.of(lan, Deed.Group.LOOK, second.traces().getLast().mark());
    assertThat(List.of(first.more(), second.more(), third.more()))
        .containsExactly(true, true, false);
    var all = new java.util.ArrayList<>(first.traces());
    all.addAll(second.traces());
    all.addAll(third.traces());
    assertThat(all).hasSize(45).extracting(Trace::mark).doesNotHaveDuplicates();
    assertThat(all).isSortedAccordingTo(java.util.Comparator.comparing(Trace::at).reversed());
  }

  private List<Trace> seen(PersonId person) {
    return traces.of(person, Deed.Group.LOOK, Line.Mark.NEWEST).traces();
  }

  private DeclarationId submitted() {
    return applicants
        .submitted(Applicants.typing(Applicants.stranger(), Field.OFFICE_CODE, district))
        .id();
  }

  private void approve(DeclarationId file) {
    var by = officers.find(an.id()).orElseThrow().id();
    declarations.recordPaperReceipt(file, by);
    declarations.startReview(file, by);
    var version = declarations.find(file).orElseThrow().version();
    assertThat(declarations.approve(file, version, by, lan)).isEqualTo(new Outcome.Done());
  }

  private void record(String action, Actor actor) {
    transaction.executeWithoutResult(_ -> audit.record(action, actor, Subject.of(lan)));
  }
}
