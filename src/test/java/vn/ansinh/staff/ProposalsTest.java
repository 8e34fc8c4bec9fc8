package vn.ansinh.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.staff.Role.ADMINISTRATOR;
import static vn.ansinh.staff.Role.INTAKE;
import static vn.ansinh.staff.Role.REVIEWER;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.staff.OfficerChange.Done;
import vn.ansinh.staff.OfficerChange.FirstPassword;
import vn.ansinh.staff.OfficerChange.NotFound;
import vn.ansinh.staff.OfficerChange.Overtaken;
import vn.ansinh.staff.OfficerChange.Proposed;
import vn.ansinh.staff.OfficerChange.Yourself;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestStaff;

/** One administrator alone gives nobody rights or credentials. */
@ApplicationTest
class ProposalsTest {

  @Autowired Officers officers;
  @Autowired Proposals proposals;
  @Autowired StaffSignIn signIn;
  @Autowired StaffSessions sessions;
  @Autowired ConfirmProposal command;
  @Autowired Traces traces;
  @Autowired TestStaff staff;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  final Caller here = TestStaff.caller();
  String office;
  Officer first;
  Officer second;
  Officer officer;

  @BeforeEach
  void two_administrators_and_an_officer() {
    clock.reset();
    office = staff.provincialOffice();
    first = staff.officer(office, ADMINISTRATOR);
    second = staff.officer(office, ADMINISTRATOR);
    officer = staff.enrolledOfficer(office, REVIEWER);
  }

  @Test
  void a_reset_does_nothing_until_another_administrator_confirms_it() {
    var session = staff.session(officer);
    var proposed = proposed(officers.renewPassword(officer.id(), first));
    assertThat(sessions.current(session)).isPresent();
    assertThat(proposals.waiting(second)).extracting(Proposal::id).containsExactly(proposed);
    assertThat(proposals.confirm(proposed, first)).isEqualTo(new Yourself());

    var made = (FirstPassword) proposals.confirm(proposed, second);
    assertThat(sessions.current(session)).isEmpty();
    assertThat(signIn.withPassword(officer.userName(), TestStaff.PASSWORD, here))
        .isInstanceOf(SignInStep.Wrong.class);
    assertThat(signIn.withPassword(officer.userName(), made.password(), here))
        .isInstanceOf(SignInStep.Next.class);
    assertThat(proposals.confirm(proposed, second)).isEqualTo(new NotFound());
  }

  @Test
  void the_generator_stays_until_a_second_administrator_confirms() {
    var proposed = proposed(officers.resetSecondFactor(officer.id(), first));
    assertThat(now(officer).totpEnrolled()).isTrue();
    assertThat(proposals.confirm(proposed, second)).isEqualTo(new Done());
    assertThat(now(officer).totpEnrolled()).isFalse();
  }

  @Test
  void more_roles_or_another_office_wait_and_fewer_act_at_once() {
    var elsewhere = staff.office(office);
    var above = staff.officer(office, ADMINISTRATOR);
    var more = details(officer, office, REVIEWER, INTAKE);
    var proposed = proposed(officers.change(officer.id(), more, first));
    assertThat(now(officer).roles()).containsExactly(REVIEWER);
    assertThat(proposals.confirm(proposed, second)).isEqualTo(new Done());
    assertThat(now(officer).roles()).containsExactlyInAnyOrder(REVIEWER, INTAKE);

    var session = staff.session(now(officer));
    assertThat(officers.change(officer.id(), details(officer, elsewhere, INTAKE), above))
        .isEqualTo(new Done());
    assertThat(sessions.current(session).orElseThrow().may(Permission.DECIDE)).isFalse();
    assertThat(officers.change(officer.id(), details(officer, office, INTAKE), above))
        .isInstanceOf(Proposed.class);
  }

  @Test
  void an_administrator_cannot_make_up_an_accomplice() {
    var details =
        new OfficerDetails("bu.nhin." + TestStaff.random(), "Bù Nhìn", office, Set.of(REVIEWER));
    var proposed = proposed(officers.add(details, first));
    assertThat(officers.byUserName(details.userName())).isEmpty();
    assertThat(proposals.confirm(proposed, first)).isEqualTo(new Yourself());
    assertThat(proposals.confirm(proposed, second)).isInstanceOf(FirstPassword.class);
    assertThat(officers.byUserName(details.userName())).isPresent();
  }

  @Test
  void nobody_decides_what_is_about_oneself() {
    var proposed = proposed(officers.resetSecondFactor(second.id(), first));
    assertThat(proposals.confirm(proposed, second)).isEqualTo(new Yourself());
    assertThat(proposals.refuse(proposed, second)).isEqualTo(new Yourself());
  }

  @Test
  void officers_and_administrators_of_other_offices_see_and_confirm_nothing() {
    var proposed = proposed(officers.renewPassword(officer.id(), first));
    var stranger = staff.officer(staff.provincialOffice(), ADMINISTRATOR);
    var head = staff.officer(office, Role.OFFICE_HEAD);
    for (var other : List.of(stranger, head)) {
      assertThat(proposals.waiting(other)).isEmpty();
      assertThat(proposals.confirm(proposed, other)).isEqualTo(new NotFound());
      assertThat(proposals.refuse(proposed, other)).isEqualTo(new NotFound());
    }
  }

  @Test
  void what_was_refused_withdrawn_or_left_lying_is_over() {
    var refused = proposed(officers.renewPassword(officer.id(), first));
    assertThat(proposals.refuse(refused, second)).isEqualTo(new Done());
    assertThat(proposals.confirm(refused, second)).isEqualTo(new NotFound());

    var withdrawn = proposed(officers.renewPassword(officer.id(), first));
    assertThat(proposals.refuse(withdrawn, first)).isEqualTo(new Done());
    assertThat(proposals.confirm(withdrawn, second)).isEqualTo(new NotFound());

    var late = proposed(officers.renewPassword(officer.id(), first));
    clock.advance(Proposing.WAITS_FOR.plusSeconds(1));
    assertThat(proposals.confirm(late, second)).isEqualTo(new NotFound());
    assertThat(proposals.waiting(second)).isEmpty();
    assertThat(officers.renewPassword(officer.id(), first)).isInstanceOf(Proposed.class);
  }

  @Test
  void an_administrator_who_lost_the_role_has_proposed_nothing() {
    var proposed = proposed(officers.renewPassword(officer.id(), first));
    staff.confirmed(officers.change(first.id(), details(first, office, REVIEWER), second));
    assertThat(proposals.confirm(proposed, second)).isEqualTo(new Overtaken());
  }

  @Test
  void taking_rights_away_overtakes_what_would_give_them_back() {
    var more = details(officer, office, REVIEWER, INTAKE);
    var proposed = proposed(officers.change(officer.id(), more, first));
    officers.change(officer.id(), details(officer, office, REVIEWER), second);
    assertThat(proposals.confirm(proposed, second)).isEqualTo(new NotFound());
  }

  @Test
  void of_two_who_confirm_at_once_one_does() throws Exception {
    var third = staff.officer(office, ADMINISTRATOR);
    var proposed = proposed(officers.resetSecondFactor(officer.id(), first));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          threads.invokeAll(
              List.<Callable<OfficerChange>>of(
                  () -> proposals.confirm(proposed, second),
                  () -> proposals.confirm(proposed, third)));
      var done = 0;
      for (var answer : answers) {
        done += answer.get() instanceof Done ? 1 : 0;
      }
      assertThat(done).isEqualTo(1);
    }
  }

  @Test
  void asking_and_confirming_are_both_on_the_trail() {
    var proposed = proposed(officers.renewPassword(officer.id(), first));
    proposals.confirm(proposed, second);
    var actors =
        sql.sql(
                """
                select action || ' ' || actor_id from audit.entry
                where subject_id = :id and action like 'OFFICER_FIRST_PASSWORD_%'
                """)
            .param("id", officer.id().value().toString())
            .query(String.class)
            .list();
    assertThat(actors)
        .contains(
            "OFFICER_FIRST_PASSWORD_PROPOSED " + first.id().value(),
            "OFFICER_FIRST_PASSWORD_CONFIRMED " + second.id().value(),
            "OFFICER_FIRST_PASSWORD_MADE " + second.id().value());
  }

  @Test
  @Transactional
  void the_operator_confirms_only_where_no_second_administrator_can() {
    var lonely = staff.provincialOffice();
    var only = staff.officer(lonely, ADMINISTRATOR);
    var there = staff.officer(lonely, INTAKE);
    var proposed = proposed(officers.renewPassword(there.id(), only));
    assertThat(run()).contains(proposed.toString(), only.userName());

    var colleague = staff.enrolledOfficer(lonely, ADMINISTRATOR);
    assertThat(run(proposed.toString())).contains("another administrator can");
    officers.deactivate(colleague.id(), only);
    sql.sql(
            """
            update staff.officer set deactivated_at = now(), deactivated_by = id, password_hash = null
            where office_code = '00000' and deactivated_at is null
              and id in (select officer_id from staff.officer_role where role = 'ADMINISTRATOR')
            """)
        .update();
    assertThat(run(proposed.toString())).contains("First password");
    assertThat(run(proposed.toString())).contains("nothing of that number waits");
    assertThat(run("rubbish")).isEmpty();
  }

  @Test
  void old_proposals_are_forgotten() {
    var proposed = proposed(officers.renewPassword(officer.id(), first));
    clock.advance(Duration.ofDays(40));
    traces.forget();
    assertThat(
            sql.sql("select count(*) from staff.proposal where id = :id")
                .param("id", proposed)
                .query(Long.class)
                .single())
        .isZero();
  }

  private String run(String... arguments) {
    var printed = new ByteArrayOutputStream();
    var stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    command.run(List.of(arguments), stream, stream);
    return printed.toString(StandardCharsets.UTF_8);
  }

  private Officer now(Officer officer) {
    return officers.find(new OfficerId(officer.id().value())).orElseThrow();
  }

  private static UUID proposed(OfficerChange change) {
    return ((Proposed) change).id();
  }

  private static OfficerDetails details(Officer officer, String office, Role... roles) {
    return new OfficerDetails(officer.userName(), officer.fullName(), office, Set.of(roles));
  }
}
