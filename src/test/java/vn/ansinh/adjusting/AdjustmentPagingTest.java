package vn.ansinh.adjusting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Role;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.support.TestStaff;

/** Officers look through what their office has, page by page. */
@LetterBoxTest
@Transactional
class AdjustmentPagingTest {

  @Autowired AdjustmentQueue queue;
  @Autowired TestStaff staff;
  @Autowired JdbcClient sql;

  @ParameterizedTest
  @EnumSource(names = {"SUBMITTED", "DONE"})
  void every_one_is_on_one_page_whatever_its_day(AdjustmentStatus state) {
    var there = Askers.officer(staff.provincialOffice(), Role.REVIEWER);
    var before = all(there, state);
    many(there.officeCode(), state);
    var found = all(there, state);
    assertThat(found).hasSize(before.size() + 2 * AdjustmentQueue.PAGE + 20);
    assertThat(new HashSet<>(found.stream().map(Adjustment::id).toList()))
        .as("none twice")
        .hasSize(found.size());
    var days = found.stream().map(Adjustment::decisionDue).toList();
    assertThat(days)
        .isSortedAccordingTo(
            state.isOpen()
                ? java.util.Comparator.naturalOrder()
                : java.util.Comparator.reverseOrder());
    assertThat(queue.counts(there))
        .isEqualTo(
            state.isOpen() ? java.util.Map.of(state, (long) found.size()) : java.util.Map.of());
  }

  private List<Adjustment> all(Officer officer, AdjustmentStatus state) {
    var all = new ArrayList<Adjustment>();
    UUID after = null;
    while (true) {
      var found = queue.of(officer, state, after);
      all.addAll(found.stream().limit(AdjustmentQueue.PAGE).toList());
      if (found.size() <= AdjustmentQueue.PAGE) {
        return all;
      }
      after = found.get(AdjustmentQueue.PAGE - 1).id();
    }
  }

  /** More than two pages, several on each day; rolled back. */
  private void many(String office, AdjustmentStatus state) {
    sql.sql(
            """
            with made as (
              insert into people.person
                (person_id, full_name, name_search, birth_year, birth_month, birth_day, sex, status,
                 nationality, created_at, changed_at, particulars)
              select gen_random_uuid(), 'Mẫu', 'mau', 1990, 1, 1, 'FEMALE', 'ACTIVE', 'VN', now(),
                     now(), '\\x00'
              from generate_series(1, :many) i
              returning person_id
            )
            insert into adjusting.adjustment
              (person_id, id, status, version, office_code, code, declared_on, effective_on,
               submitted_at, decision_due, changed_at)
            select person_id, gen_random_uuid(), :status, 2, :office, 'F01-2345-6789', :day, :day,
                   now(), cast(:day as date) + (row_number() over ())::int % 7, now()
            from made
            """)
        .param("many", 2 * AdjustmentQueue.PAGE + 20)
        .param("status", state.name())
        .param("office", office)
        .param("day", LocalDate.now())
        .update();
  }
}
