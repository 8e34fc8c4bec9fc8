package vn.ansinh.guardianship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.ansinh.accounts.Together;
import vn.ansinh.staff.Role;

/** A message about a child's file that nobody received is work of the office that decided. */
class UnreachedGuardiansTest extends GuardianshipTest {

  @Autowired UnreachedGuardians unreached;

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
