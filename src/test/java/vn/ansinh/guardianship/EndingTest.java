package vn.ansinh.guardianship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Denials;
import vn.ansinh.accounts.PasswordAged;
import vn.ansinh.accounts.SigningIn;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.Together;
import vn.ansinh.audit.Actor;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.people.PersonStatus;
import vn.ansinh.staff.Role;

class EndingTest extends GuardianshipTest {

  @Autowired Denials denials;
  @Autowired ApplicationEventPublisher events;

  @Test
  void a_look_is_on_the_trail_of_the_child() {
    family.approved(lan, be);
    assertThat(guardianships.look(lan.id(), link(lan))).isPresent();
    assertThat(family.audited("GUARDIAN_LOOKED", lan.id(), be.id())).isEqualTo(1);
    assertThat(guardianships.look(family.guardian().id(), link(lan))).isEmpty();
  }

  @Test
  void the_offices_decision_ends_everything_at_once() {
    var id = family.approved(lan, be);
    var cookie = childSession();
    var link = link(lan);
    assertThat(guardianshipDesk.approvedFor(be.number(), Family.officer(Role.REVIEWER)))
        .contains(id);
    assertThat(guardianshipDesk.approvedFor(be.number(), Family.officer("001", Role.REVIEWER)))
        .isEmpty();
    assertThat(guardianshipDesk.end(id, link, Family.officer(Role.INTAKE)))
        .isEqualTo(new ChildDecision.NotAllowed());
    assertThat(guardianshipDesk.end(id, link, Family.officer(Role.REVIEWER)))
        .isEqualTo(new ChildDecision.Done());
    assertThat(guardianshipDesk.end(id, link, Family.officer(Role.REVIEWER)))
        .isEqualTo(new ChildDecision.Stale());
    gone(link, cookie);
    assertThat(accounts.exists(be.id())).isFalse();
  }

  @Test
  void nothing_of_the_former_guardians_sign_ins_reaches_the_account_that_follows() {
    var id = family.approved(lan, be);
    var session = sessions.current(childSession()).orElseThrow();
    signIn.changePassword(session, OWN, "gio thoi mat ruoi", Somebody.anyDevice());
    var link = letterBox.denial(be.id());
    guardianshipDesk.end(id, link(lan), Family.officer(Role.REVIEWER));
    var minh = family.guardian();
    family.approved(minh, be);
    assertThat(denials.deny(link)).isFalse();
    assertThat(accounts.find(be.id()).orElseThrow().email()).isEqualTo(minh.email());
  }

  @Test
  void a_sleeping_account_keeps_no_reminder_from_others() {
    family.approved(lan, be);
    childSession();
    guardianships.giveUp(lan.id(), link(lan));
    assertThatCode(() -> events.publishEvent(new PasswordAged(be.id()))).doesNotThrowAnyException();
  }

  @Test
  void another_guardian_wakes_the_account_that_sleeps() {
    family.approved(lan, be);
    var minh = family.guardian();
    family.approved(minh, be);
    guardianships.giveUp(lan.id(), link(lan));
    assertThat(accounts.exists(be.id())).isFalse();
    family.approved(minh, be);
    assertThat(accounts.find(be.id()).orElseThrow().email()).isEqualTo(minh.email());
    assertThat(guardianships.of(minh.id())).hasSize(1);
  }

  @Test
  void a_guardian_lays_it_down() {
    family.approved(lan, be);
    var cookie = childSession();
    var link = link(lan);
    assertThat(guardianships.giveUp(family.guardian().id(), link)).isFalse();
    assertThat(guardianships.giveUp(lan.id(), link)).isTrue();
    assertThat(guardianships.giveUp(lan.id(), link)).isFalse();
    gone(link, cookie);
  }

  @Test
  void a_death_in_the_register_ends_it_without_anybody_doing_anything() {
    family.approved(lan, be);
    var cookie = childSession();
    var link = link(lan);
    family.status(be.id(), PersonStatus.DECEASED);
    gone(link, cookie);
  }

  @Test
  void from_fifteen_the_guardian_only_looks_and_the_lent_account_is_none() {
    family.approved(lan, be);
    var cookie = childSession();
    var link = link(lan);
    family.born(be.id(), BirthDate.of(Family.today().minusYears(15).plusDays(1)));
    assertThat(sessions.current(cookie)).isPresent();
    family.born(be.id(), BirthDate.of(Family.today().minusYears(15)));
    assertThat(guardianships.right(lan.id(), be.id())).contains(Right.LOOK);
    assertThat(guardianships.look(lan.id(), link)).isPresent();
    assertThat(guardianships.renewFirstPassword(lan.id(), link)).isFalse();
    assertThat(sessions.current(cookie)).isEmpty();
    assertThat(sessions.ending(cookie)).isPresent();
    assertThat(signIn.signIn(be.number(), OWN, Somebody.anyDevice()))
        .isInstanceOf(SigningIn.Wrong.class);
    family.born(be.id(), BirthDate.of(Family.today().minusYears(18)));
    gone(link, cookie);
  }

  @Test
  void the_child_takes_over_with_an_account_of_their_own() {
    family.approved(lan, be);
    var cookie = childSession();
    family.born(be.id(), BirthDate.of(Family.today().minusYears(15)));
    var own = Contact.phone(Somebody.anyPhone());
    accounts.open(be.id(), be.number(), List.of(own), Locale.of("vi"), Actor.SYSTEM);
    var account = accounts.find(be.id()).orElseThrow();
    assertThat(account.lentBy()).isNull();
    assertThat(account.phone()).isEqualTo(own.address());
    assertThat(letterBox.firstPasswordWentTo(be.id())).isEqualTo(own);
    assertThat(sessions.current(cookie)).isEmpty();
    assertThat(sessions.current(childSession())).isPresent();
    // The register is put right: younger after all. The account stays the child's.
    family.born(be.id(), BirthDate.of(Family.today().minusYears(10)));
    assertThat(sessions.current(cookie)).isEmpty();
    assertThat(guardianships.renewFirstPassword(lan.id(), link(lan))).isFalse();
  }

  @Test
  void an_account_that_another_guardian_serves_stays_and_one_ended_begins_anew() {
    var id = family.approved(lan, be);
    var cookie = childSession();
    var minh = family.guardian();
    family.approved(minh, be);
    assertThat(sessions.current(cookie)).isPresent();
    guardianshipDesk.end(id, link(lan), Family.officer(Role.REVIEWER));
    assertThat(sessions.current(cookie)).isEmpty();
    assertThat(guardianships.right(minh.id(), be.id())).contains(Right.ACT);
    family.approved(lan, be);
    assertThat(sessions.current(cookie)).isEmpty();
    assertThat(signIn.signIn(be.number(), OWN, Somebody.anyDevice()))
        .isInstanceOf(SigningIn.Wrong.class);
    assertThat(sessions.current(childSession())).isPresent();
  }

  @Test
  void the_guardian_has_a_new_first_password_sent() {
    family.approved(lan, be);
    var first = letterBox.firstPassword(be.id());
    assertThat(guardianships.renewFirstPassword(lan.id(), link(lan))).isTrue();
    assertThat(letterBox.firstPassword(be.id())).isNotEqualTo(first);
    assertThat(letterBox.firstPasswordWentTo(be.id())).isEqualTo(Contact.email(lan.email()));
  }

  @Test
  void an_end_waits_for_a_look_under_way_and_refuses_the_next() throws Exception {
    family.approved(lan, be);
    var link = link(lan);
    var looked = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var look =
          threads.submit(
              () ->
                  transaction.execute(
                      _ -> {
                        var held = guardianships.look(lan.id(), link);
                        looked.countDown();
                        await(goOn);
                        return held;
                      }));
      await(looked);
      var end = threads.submit(() -> guardianships.giveUp(lan.id(), link));
      assertThat(waits(end)).isTrue();
      goOn.countDown();
      assertThat(look.get()).isPresent();
      assertThat(end.get()).isTrue();
    }
    assertThat(guardianships.look(lan.id(), link)).isEmpty();
  }

  @Test
  void of_looks_and_ends_at_once_none_comes_through_after_an_end() throws Exception {
    family.approved(lan, be);
    var link = link(lan);
    var answers =
        Together.run(
            12,
            i ->
                i % 4 == 3
                    ? guardianships.giveUp(lan.id(), link)
                    : guardianships.look(lan.id(), link).isPresent());
    assertThat(answers).hasSize(12);
    assertThat(guardianships.look(lan.id(), link)).isEmpty();
    assertThat(guardianships.about(be.id()))
        .extracting(Link::endReason)
        .containsOnly(LinkEnd.GIVEN_UP);
  }

  @Test
  void the_housekeeping_invites_at_fifteen_once_and_writes_ends_down() {
    family.approved(lan, be);
    family.born(be.id(), BirthDate.of(Family.today().minusYears(15)));
    clock.advance(Duration.ofDays(31));
    upkeep.run();
    upkeep.run();
    assertThat(guardianships.about(be.id()).getFirst().invitedAt()).isNotNull();
    assertThat(guardianships.about(be.id()).getFirst().endedAt()).isNull();
    family.born(be.id(), BirthDate.of(Family.today().minusYears(18)));
    clock.advance(Duration.ofDays(31));
    upkeep.run();
    assertThat(guardianships.about(be.id()).getFirst().endReason()).isEqualTo(LinkEnd.OF_AGE);
  }

  @Test
  void what_was_left_lying_is_erased() {
    var draft = family.filledIn(lan, be);
    clock.advance(Duration.ofDays(31));
    upkeep.run();
    assertThat(applications.find(draft).orElseThrow().form()).isNull();
  }

  private void gone(LinkId link, String cookie) {
    assertThat(guardianships.right(lan.id(), be.id())).isEmpty();
    assertThat(guardianships.look(lan.id(), link)).isEmpty();
    assertThat(guardianships.find(lan.id(), link)).isEmpty();
    assertThat(guardianships.of(lan.id())).isEmpty();
    assertThat(guardianships.renewFirstPassword(lan.id(), link)).isFalse();
    assertThat(sessions.current(cookie)).isEmpty();
    assertThat(signIn.signIn(be.number(), OWN, Somebody.anyDevice()))
        .isInstanceOf(SigningIn.Wrong.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean waits(java.util.concurrent.Future<?> end) throws Exception {
    try {
      end.get(300, TimeUnit.MILLISECONDS);
      return false;
    } catch (java.util.concurrent.TimeoutException e) {
      return true;
    }
  }
}
