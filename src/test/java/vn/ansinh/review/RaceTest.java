package vn.ansinh.review;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.staff.Role.REVIEWER;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.registration.Applicants;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.Declarations;
import vn.ansinh.registration.Field;
import vn.ansinh.registration.Outcome;
import vn.ansinh.staff.Officer;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestStaff;

@LetterBoxTest
class RaceTest {

  static final int ROUNDS = 50;

  @Autowired Desk desk;
  @Autowired FileDecisions decisions;
  @Autowired Declarations declarations;
  @Autowired Applicants applicants;
  @Autowired TestStaff staff;
  @Autowired JdbcClient sql;

  @Test
  void of_two_officers_who_decide_at_once_exactly_one_does() throws Exception {
    var office = staff.provincialOffice();
    var an = staff.officer(office, REVIEWER);
    var binh = staff.officer(office, REVIEWER);
    for (int round = 0; round < ROUNDS; round++) {
      var file = submitted(office);
      var answers =
          together(() -> decide(file, Decision.Kind.RETURN, an), () -> reject(file, binh));
      assertThat(answers).filteredOn(Handling.Done.class::isInstance).hasSize(1);
      assertThat(
              sql.sql("select count(*) from review.decision where declaration_id = :id")
                  .param("id", file.value())
                  .query(Long.class)
                  .single())
          .isEqualTo(1);
    }
  }

  @Test
  void of_two_officers_who_take_at_once_exactly_one_has_it() throws Exception {
    var office = staff.provincialOffice();
    var an = staff.officer(office, REVIEWER);
    var binh = staff.officer(office, REVIEWER);
    for (int round = 0; round < ROUNDS; round++) {
      var file = submitted(office);
      var answers = together(() -> desk.take(file, an), () -> desk.take(file, binh));
      assertThat(answers).filteredOn(Handling.Done.class::isInstance).hasSize(1);
    }
  }

  @Test
  void an_officer_and_the_applicant_at_once_never_break_anything() throws Exception {
    var office = staff.provincialOffice();
    var an = staff.officer(office, REVIEWER);
    for (int round = 0; round < ROUNDS; round++) {
      var file = submitted(office);
      var answers =
          together(
              () -> decide(file, Decision.Kind.RETURN, an),
              () ->
                  declarations.withdraw(file) instanceof Outcome.Done
                      ? new Handling.Done()
                      : new Handling.NotFound());
      assertThat(answers).filteredOn(Handling.Done.class::isInstance).isNotEmpty();
    }
  }

  private static List<Handling> together(Callable<Handling> one, Callable<Handling> other)
      throws Exception {
    var barrier = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var answers =
          threads.invokeAll(
              List.<Callable<Handling>>of(
                  () -> {
                    barrier.await();
                    return one.call();
                  },
                  () -> {
                    barrier.await();
                    return other.call();
                  }));
      return List.of(answers.get(0).get(), answers.get(1).get());
    }
  }

  private Handling reject(DeclarationId file, Officer officer) {
    return decisions.decide(
        file,
        new Decision(Decision.Kind.REJECT, 1, List.of("NOT_THE_HOLDER"), ""),
        java.util.Set.of(),
        officer);
  }

  private Handling decide(DeclarationId file, Decision.Kind kind, Officer officer) {
    return decisions.decide(
        file, new Decision(kind, 1, List.of("NAME_DIFFERS"), ""), java.util.Set.of(), officer);
  }

  private DeclarationId submitted(String office) {
    return applicants
        .submitted(Applicants.typing(Applicants.stranger(), Field.OFFICE_CODE, office))
        .id();
  }
}
