package vn.ansinh.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.staff.Role.INTAKE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.review.Handling.Done;

class FileDecisionsTest extends OfficeTest {

  @Test
  void approving_opens_the_account_and_takes_the_file_off_the_queue() {
    var known = applicants.known();
    var file = submitted(known);
    assertThat(decisions.decide(file, approval(version(file)), ALL, an)).isEqualTo(new Done());
    assertThat(declarations.find(file).orElseThrow().status())
        .isEqualTo(DeclarationStatus.APPROVED);
    assertThat(accounts.exists(known.person())).isTrue();
    assertThat(ids(QueueTab.ALL, an)).isEmpty();
    assertThat(audited(file, "DECLARATION_APPROVED")).isEqualTo(1);
    assertThat(queue.workloads(head)).containsExactly(new Workload(an.id(), 0, 0, 1));
    assertThat(looks.open(file, an)).isPresent();
  }

  @Test
  void nothing_is_approved_before_everything_is_compared() {
    var file = submitted(applicants.known());
    var missing = EnumSet.of(CheckItem.PAPER_VALID);
    var ticked = EnumSet.copyOf(ALL);
    ticked.removeAll(missing);
    assertThat(decisions.decide(file, approval(version(file)), ticked, an))
        .isEqualTo(new Handling.Unchecked(missing));
  }

  @Test
  void intake_sends_back_but_does_not_decide() {
    var intake = staff.officer(district, INTAKE);
    var file = submitted(applicants.known());
    assertThat(decisions.decide(file, approval(version(file)), ALL, intake))
        .isEqualTo(new Handling.NotAllowed());
    var rejection =
        new Decision(Decision.Kind.REJECT, version(file), List.of("NOT_THE_HOLDER"), "");
    assertThat(decisions.decide(file, rejection, ALL, intake)).isEqualTo(new Handling.NotAllowed());
    assertThat(decisions.decide(file, returning(file), Set.of(), intake)).isEqualTo(new Done());
  }

  @Test
  void a_return_needs_a_reason_of_its_kind_that_holds_today() {
    var file = submitted();
    var none = new Decision(Decision.Kind.RETURN, version(file), List.of(), "");
    var unknown = new Decision(Decision.Kind.RETURN, version(file), List.of("NO_SUCH"), "");
    var other = new Decision(Decision.Kind.RETURN, version(file), List.of("NOT_THE_HOLDER"), "");
    assertThat(decisions.decide(file, none, Set.of(), an)).isEqualTo(new Handling.NoReason());
    assertThat(decisions.decide(file, unknown, Set.of(), an))
        .isEqualTo(new Handling.UnknownReason());
    assertThat(decisions.decide(file, other, Set.of(), an)).isEqualTo(new Handling.UnknownReason());
  }

  @Test
  void a_returned_file_waits_for_the_applicant_with_its_reasons_in_the_history() {
    var file = submitted();
    assertThat(decisions.decide(file, returning(file), Set.of(), an)).isEqualTo(new Done());
    assertThat(ids(QueueTab.RETURNED, an)).containsExactly(file);
    assertThat(ids(QueueTab.MINE, an)).isEmpty();
    var last = looks.open(file, an).orElseThrow().history().getLast();
    assertThat(last.reasons()).containsExactly("PHOTO_UNREADABLE");
    assertThat(last.note()).isEqualTo("Mặt sau bị lóa.");
  }

  @Test
  void who_saw_an_older_version_decides_nothing() {
    var file = submitted();
    var seen = version(file);
    desk.take(file, an);
    desk.giveBack(file, an);
    assertThat(
            decisions.decide(
                file,
                new Decision(Decision.Kind.RETURN, seen, List.of("NAME_DIFFERS"), ""),
                Set.of(),
                an))
        .isEqualTo(new Handling.Stale(DeclarationStatus.SUBMITTED));
  }

  @Test
  void a_file_nobody_was_found_for_is_matched_before_it_is_approved() {
    var file = submitted();
    assertThat(decisions.decide(file, approval(version(file)), ALL, an))
        .isEqualTo(new Handling.Unmatched());
    var known = applicants.known();
    var number = known.details().socialInsuranceNumber();
    assertThat(found(register.byNumber(file, number, an))).hasSize(1);
    assertThat(
            found(
                register.byNameDateAndPaper(
                    file,
                    "NGUYỄN THỊ HÒA MẪU",
                    new BirthDate(1990, 1, 15),
                    known.details().personalId(),
                    an)))
        .hasSize(1);
    assertThat(audited(file, "REGISTER_SEARCHED")).isEqualTo(2);
    assertThat(seenFor(file, known.person())).isEqualTo(2);
    assertThat(register.choose(file, known.person(), an)).isEqualTo(new Done());
    var opened = looks.open(file, an).orElseThrow();
    assertThat(opened.registered().orElseThrow().id()).isEqualTo(known.person());
    assertThat(seenFor(file, known.person())).isEqualTo(3);
    assertThat(
            opened
                .comparison()
                .orElseThrow()
                .of(Comparison.Source.REGISTER, Comparison.Field.FULL_NAME))
        .isEqualTo(Comparison.Verdict.SAME);
    assertThat(
            opened
                .comparison()
                .orElseThrow()
                .of(Comparison.Source.REGISTER, Comparison.Field.NUMBER))
        .isEqualTo(Comparison.Verdict.DIFFERENT);
    assertThat(decisions.decide(file, approval(version(file)), ALL, an)).isEqualTo(new Done());
    assertThat(accounts.exists(known.person())).isTrue();
  }

  @Test
  void a_person_with_an_account_gets_no_second_one() {
    var known = applicants.known();
    decisions.decide(submitted(known), approval(1), ALL, an);
    var second = submitted();
    register.choose(second, known.person(), an);
    assertThat(decisions.decide(second, approval(version(second)), ALL, an))
        .isEqualTo(new Handling.AlreadyRegistered());
    assertThat(ids(QueueTab.NEW, an)).containsExactly(second);
  }
}
