package vn.ansinh.guardianship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.accounts.Together;
import vn.ansinh.staff.Role;

/** A message about a child's file that nobody received is work of the office that decided. */
class UnreachedGuardiansTest extends GuardianshipTest {

  @Autowired UnreachedGuardians unreached;
  @Autowired JdbcClient sql;

  @Test
  void what_fails_often_is_one_task_for_each_channel_until_somebody_reached_the_guardian()
      throws Exception {
    var id = family.approved(lan, be);
    Together.run(
        6,
        i -> {
          report(id, i % 2 == 0 ? "EMAIL" : "SMS");
          return true;
        });
    transaction.executeWithoutResult(_ -> unreached.reportOf(be.id(), "EMAIL"));
    var officer = Family.officer(Role.REVIEWER);
    var mine = unreached.of(officer).stream().filter(it -> it.application().equals(id)).toList();
    assertThat(mine).extracting(Unreached::channel).containsExactlyInAnyOrder("EMAIL", "SMS");
    var one = mine.getFirst().id();
    assertThat(unreached.done(one, Family.officer("001", Role.REVIEWER)))
        .as("of another office")
        .isFalse();
    assertThat(unreached.done(one, Family.officer(Role.ADMINISTRATOR))).isFalse();
    assertThat(unreached.done(one, officer)).isTrue();
    assertThat(unreached.done(one, officer)).as("once").isFalse();
    assertThat(unreached.of(Family.officer("001", Role.REVIEWER)))
        .extracting(Unreached::application)
        .doesNotContain(id);
  }

  @Test
  void what_was_done_long_ago_is_forgotten_and_what_is_open_never() {
    var id = family.approved(lan, be);
    report(id, "EMAIL");
    report(id, "SMS");
    var officer = Family.officer(Role.REVIEWER);
    var mine = unreached.of(officer).stream().filter(it -> it.application().equals(id)).toList();
    unreached.done(mine.getFirst().id(), officer);
    upkeep.run();
    assertThat(rows(id)).isEqualTo(2);
    clock.advance(Duration.ofDays(91));
    upkeep.run();
    assertThat(rows(id)).isEqualTo(1);
    assertThat(unreached.of(officer)).extracting(Unreached::id).contains(mine.getLast().id());
  }

  @Test
  void the_first_password_of_somebody_with_an_account_of_their_own_is_no_former_guardians() {
    var id = family.approved(lan, be);
    guardianships.giveUp(lan.id(), link(lan));
    transaction.executeWithoutResult(_ -> unreached.reportOf(be.id(), "EMAIL"));
    assertThat(rows(id)).isZero();
  }

  private long rows(ApplicationId id) {
    return sql.sql("select count(*) from guardianship.unreached where application_id = :id")
        .param("id", id.value())
        .query(Long.class)
        .single();
  }

  @Test
  void whoever_never_applied_leaves_no_task() {
    report(ApplicationId.next(), "SMS");
    transaction.executeWithoutResult(_ -> unreached.reportOf(lan.id(), "SMS"));
    assertThat(unreached.of(Family.officer(Role.REVIEWER)))
        .extracting(Unreached::guardian)
        .doesNotContain(lan.id());
    assertThat(unreached.done(UUID.randomUUID(), Family.officer(Role.REVIEWER))).isFalse();
  }

  private void report(ApplicationId id, String channel) {
    transaction.executeWithoutResult(_ -> unreached.report(id, channel));
  }
}
