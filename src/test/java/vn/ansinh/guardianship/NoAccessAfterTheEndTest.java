package vn.ansinh.guardianship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.Together;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.people.PersonStatus;
import vn.ansinh.staff.Role;

/**
 * Random sequences of everything that can happen to a child and two guardians, replayed on the real
 * database beside a model of a few lines. After every step all doors say what the model says: the
 * right, a look, the list, the child's account, a session in it. Whatever happens, nobody has
 * access after the end.
 */
class NoAccessAfterTheEndTest extends GuardianshipTest {

  private static final int STEPS = 22;

  enum Event {
    APPLY,
    END_BY_OFFICE,
    GIVE_UP,
    DAYS_PASS,
    YEARS_PASS,
    THE_DAY_BEFORE,
    CHILD_DIES,
    GUARDIAN_DIES,
    REGISTER_IS_PUT_RIGHT,
    DATE_IS_KNOWN_BETTER_OR_WORSE,
    HOUSEKEEPING,
    ENDS_AT_ONCE_WITH_LOOKS
  }

  /** What is so, by rules written down again without looking at the code. */
  private final class Model {
    LocalDate born = Family.today().minusYears(8);
    int known = 3;
    boolean childLives = true;
    final boolean[] guardianLives = {true, true};
    final boolean[] linked = {false, false};
    Integer lender;

    /** As the register writes it. */
    BirthDate written() {
      return new BirthDate(
          born.getYear(),
          known > 1 ? born.getMonthValue() : null,
          known > 2 ? born.getDayOfMonth() : null);
    }

    LocalDate earliest() {
      return LocalDate.of(
          born.getYear(),
          known > 1 ? born.getMonthValue() : 1,
          known > 2 ? born.getDayOfMonth() : 1);
    }

    boolean before(int years) {
      return Family.today().isBefore(earliest().plusYears(years));
    }

    Optional<Right> right(int guardian) {
      if (!linked[guardian] || !childLives || !guardianLives[guardian] || !before(18)) {
        return Optional.empty();
      }
      return Optional.of(before(15) ? Right.ACT : Right.LOOK);
    }

    boolean accountLives() {
      return lender != null && right(lender).equals(Optional.of(Right.ACT));
    }
  }

  private final List<String> story = new ArrayList<>();
  private Model model;
  private List<Somebody> guardians;
  private String cookie;
  private boolean cookieOver;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597})
  void no_sequence_of_events_leaves_a_guardian_with_access(long seed) throws Exception {
    var random = new Random(seed);
    model = new Model();
    guardians = List.of(lan, family.guardian());
    happens(Event.APPLY, 0, random);
    agrees(seed);
    for (int step = 0; step < STEPS; step++) {
      happens(Event.values()[random.nextInt(Event.values().length)], random.nextInt(2), random);
      agrees(seed);
    }
  }

  private void happens(Event event, int who, Random random) throws Exception {
    story.add(event + " " + who);
    var guardian = guardians.get(who);
    switch (event) {
      case APPLY -> apply(who);
      case END_BY_OFFICE -> {
        var file =
            applications.of(guardian.id()).stream()
                .filter(it -> it.status() == ApplicationStatus.APPROVED)
                .findFirst();
        var link = written(guardian);
        if (file.isPresent() && link.isPresent()) {
          guardianshipDesk.end(file.get().id(), link.get(), Family.officer(Role.REVIEWER));
          ended(who);
        }
      }
      case GIVE_UP -> {
        var link = written(guardian);
        if (link.isPresent()) {
          guardianships.giveUp(guardian.id(), link.get());
          ended(who);
        }
      }
      case DAYS_PASS -> born(model.born.minusDays(random.nextInt(200)));
      case YEARS_PASS -> born(model.born.minusYears(1 + random.nextInt(4)));
      case THE_DAY_BEFORE ->
          born(
              Family.today()
                  .minusYears(random.nextBoolean() ? 15 : 18)
                  .plusDays(random.nextInt(3)));
      case CHILD_DIES -> {
        model.childLives = false;
        family.status(be.id(), PersonStatus.DECEASED);
      }
      case GUARDIAN_DIES -> {
        model.guardianLives[who] = false;
        family.status(guardian.id(), PersonStatus.DECEASED);
      }
      case REGISTER_IS_PUT_RIGHT -> {
        model.childLives = true;
        model.guardianLives[who] = true;
        family.status(be.id(), PersonStatus.ACTIVE);
        family.status(guardian.id(), PersonStatus.ACTIVE);
      }
      case DATE_IS_KNOWN_BETTER_OR_WORSE -> {
        model.known = 1 + random.nextInt(3);
        born(model.born);
      }
      case HOUSEKEEPING -> {
        makeDue();
        upkeep.run();
        for (int i = 0; i < 2; i++) {
          if (model.linked[i] && model.right(i).isEmpty()) {
            ended(i);
          }
        }
      }
      case ENDS_AT_ONCE_WITH_LOOKS -> {
        var link = written(guardian);
        if (link.isPresent()) {
          Together.run(
              4,
              i ->
                  i == 0
                      ? guardianships.giveUp(guardian.id(), link.get())
                      : guardianships.look(guardian.id(), link.get()).isPresent());
          ended(who);
        }
      }
    }
  }

  private void apply(int who) {
    var guardian = guardians.get(who);
    boolean may = model.childLives && model.guardianLives[who] && model.before(15);
    if (!may || model.linked[who]) {
      refused(who, guardian);
      return;
    }
    boolean served = model.accountLives();
    family.approved(guardian, be);
    model.linked[who] = true;
    if (!served || Integer.valueOf(who).equals(model.lender)) {
      model.lender = who;
      cookie = childSession();
      cookieOver = false;
    }
  }

  private void refused(int who, Somebody guardian) {
    if (!applications.mayApply(guardian.id())) {
      assertThat(model.guardianLives[who]).isFalse();
      return;
    }
    var id = family.filledIn(guardian, be);
    var answer = family.submit(guardian, id);
    if (answer instanceof ChildSubmission.Accepted) {
      assertThat(family.approve(id)).isNotInstanceOf(ChildDecision.Done.class);
    }
    applications.withdraw(guardian.id(), id);
  }

  private void ended(int who) {
    model.linked[who] = false;
    cookieOver |= Integer.valueOf(who).equals(model.lender);
  }

  private void born(LocalDate day) {
    model.born = day;
    family.born(be.id(), model.written());
  }

  /** Not ended by anybody; whether it still allows anything is the question. */
  private Optional<LinkId> written(Somebody guardian) {
    return guardianships.about(be.id()).stream()
        .filter(it -> it.guardian().equals(guardian.id()) && it.endedAt() == null)
        .map(Link::id)
        .findFirst();
  }

  private void makeDue() {
    context
        .getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("update guardianship.link set look_again_on = :today where person_id = :child")
        .param("today", Family.today())
        .param("child", be.id().value())
        .update();
  }

  private void agrees(long seed) {
    var how = "seed " + seed + ": " + story;
    for (int i = 0; i < 2; i++) {
      var guardian = guardians.get(i).id();
      var right = model.right(i);
      assertThat(guardianships.right(guardian, be.id())).as(how).isEqualTo(right);
      assertThat(guardianships.of(guardian)).as(how).hasSize(right.isPresent() ? 1 : 0);
      var link =
          guardianships.about(be.id()).stream()
              .filter(it -> it.guardian().equals(guardian))
              .toList();
      for (var one : link) {
        boolean open = right.isPresent() && one.endedAt() == null;
        assertThat(guardianships.look(guardian, one.id()).isPresent()).as(how).isEqualTo(open);
        assertThat(guardianships.find(guardian, one.id()).isPresent()).as(how).isEqualTo(open);
      }
    }
    assertThat(accounts.exists(be.id())).as(how).isEqualTo(model.accountLives());
    assertThat(accounts.find(be.id()).isPresent()).as(how).isEqualTo(model.accountLives());
    if (cookie != null) {
      assertThat(sessions.current(cookie).isPresent())
          .as(how)
          .isEqualTo(model.accountLives() && !cookieOver);
    }
  }
}
