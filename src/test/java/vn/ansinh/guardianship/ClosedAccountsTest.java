package vn.ansinh.guardianship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.accounts.AccountClosings;
import vn.ansinh.accounts.SigningIn;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.Together;
import vn.ansinh.audit.Actor;
import vn.ansinh.platform.PersonId;

/** What hangs on an account ends with it (ADR 21). */
class ClosedAccountsTest extends GuardianshipTest {

  @Autowired AccountClosings closings;
  @Autowired JdbcClient sql;

  @Test
  void with_the_guardians_account_ends_what_they_may_and_the_childs_account_sleeps() {
    family.approved(lan, be);
    var cookie = childSession();
    var link = link(lan);
    close(lan.id());
    assertThat(guardianships.look(lan.id(), link)).isEmpty();
    assertThat(guardianships.about(be.id()).getFirst().endReason())
        .isEqualTo(LinkEnd.ACCOUNT_CLOSED);
    assertThat(accounts.exists(be.id())).isFalse();
    assertThat(sessions.current(cookie)).isEmpty();
    assertThat(signIn.signIn(be.number(), OWN, Somebody.anyDevice()))
        .as("as for nobody")
        .isInstanceOf(SigningIn.Wrong.class);
  }

  @Test
  void an_application_under_way_is_withdrawn() {
    var id = family.submitted(lan, be);
    close(lan.id());
    assertThat(applications.find(id).orElseThrow().status()).isEqualTo(ApplicationStatus.WITHDRAWN);
    var minh = family.guardian();
    family.approved(minh, be);
    assertThat(guardianships.of(minh.id())).hasSize(1);
  }

  @Test
  void authorisations_end_on_both_sides_and_codes_are_worthless() {
    var minh = family.guardian();
    var days = Family.today().plusDays(10);
    authorisations.accept(
        minh.id(), authorisations.offer(lan.id(), Right.LOOK, days).orElseThrow());
    authorisations.accept(
        lan.id(), authorisations.offer(minh.id(), Right.LOOK, days).orElseThrow());
    var offer = authorisations.offer(lan.id(), Right.LOOK, days).orElseThrow();
    close(lan.id());
    assertThat(guardianships.right(minh.id(), lan.id())).isEmpty();
    assertThat(guardianships.right(lan.id(), minh.id())).isEmpty();
    assertThat(authorisations.accept(family.guardian().id(), offer)).isFalse();
    assertThat(accounts.exists(minh.id())).isTrue();
  }

  @Test
  void a_code_taken_up_while_either_account_is_being_closed_leaves_no_link() throws Exception {
    for (boolean closesCarer : new boolean[] {true, false}) {
      var lan = family.guardian();
      var minh = family.guardian();
      var code =
          authorisations.offer(lan.id(), Right.ACT, Family.today().plusDays(10)).orElseThrow();
      var closing = closesCarer ? minh.id() : lan.id();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var taken =
            transaction.execute(
                _ -> {
                  closings.close(closings.hold(closing).orElseThrow(), Actor.SYSTEM);
                  var taking = threads.submit(() -> authorisations.accept(minh.id(), code));
                  await().until(() -> taking.isDone() || somebodyWaits());
                  return taking;
                });
        assertThat(taken.get()).isFalse();
      }
      assertThat(guardianships.right(minh.id(), lan.id())).isEmpty();
      assertThat(guardianships.about(lan.id())).isEmpty();
    }
  }

  @Test
  void of_many_who_take_up_a_code_and_one_who_closes_whoever_comes_first_none_looks_on()
      throws Exception {
    for (int round = 0; round < 5; round++) {
      var lan = family.guardian();
      var minh = family.guardian();
      var code =
          authorisations.offer(lan.id(), Right.ACT, Family.today().plusDays(10)).orElseThrow();
      Together.run(
          6,
          i -> {
            if (i == 3) {
              close(minh.id());
              return true;
            }
            return authorisations.accept(minh.id(), code);
          });
      assertThat(guardianships.right(minh.id(), lan.id())).isEmpty();
    }
  }

  private boolean somebodyWaits() {
    return sql.sql("select exists (select from pg_stat_activity where wait_event_type = 'Lock')")
        .query(Boolean.class)
        .single();
  }

  private void close(PersonId person) {
    transaction.executeWithoutResult(
        _ -> closings.close(closings.hold(person).orElseThrow(), Actor.SYSTEM));
  }
}
