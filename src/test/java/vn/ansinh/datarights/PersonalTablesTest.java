package vn.ansinh.datarights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.platform.PersonalTable;
import vn.ansinh.platform.PersonalTables;
import vn.ansinh.support.ApplicationTest;

/**
 * What is held about persons is handed over or left out for a reason; new tables and columns too.
 */
@ApplicationTest
@Transactional
class PersonalTablesTest {

  @Autowired List<PersonalTables> modules;
  @Autowired HeldStore store;
  @Autowired JdbcClient sql;

  @Test
  void every_table_that_may_be_about_a_person_is_told() {
    var told = tables().stream().map(PersonalTable::name).collect(Collectors.toSet());
    modules.forEach(it -> told.addAll(it.keptBack().keySet()));
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            sql.sql(
                    """
                    select distinct c.table_schema || '.' || c.table_name
                    from information_schema.columns c
                    where c.table_schema not in ('pg_catalog', 'information_schema', 'pg_toast', 'public')
                      and (c.column_name = 'person_id'
                           or col_description(
                             (quote_ident(c.table_schema) || '.' || quote_ident(c.table_name))::regclass,
                             c.ordinal_position) ~ '^(personal|secret)')
                    """)
                .query(String.class)
                .list());
  }

  @Test
  void every_column_of_them_is_handed_over_or_left_out_for_a_reason() {
    for (var table : tables()) {
      var told = new HashSet<>(table.columns());
      told.addAll(table.pictures());
      told.addAll(table.leftOut().keySet());
      assertThat(told)
          .as(table.name())
          .isEqualTo(columns(table))
          .hasSize(table.columns().size() + table.pictures().size() + table.leftOut().size());
    }
  }

  @Test
  void a_table_is_either_handed_over_or_kept_back_and_always_for_a_reason() {
    var handed = tables().stream().map(PersonalTable::name).collect(Collectors.toSet());
    for (var module : modules) {
      assertThat(module.keptBack().keySet()).doesNotContainAnyElementsOf(handed);
      assertThat(
              Stream.concat(
                  module.keptBack().values().stream(),
                  module.personalTables().stream().flatMap(it -> it.leftOut().values().stream())))
          .allSatisfy(it -> assertThat(it).hasSizeGreaterThan(10));
    }
  }

  @Test
  void each_is_found_by_an_index_however_many_others_there_are() {
    sql.sql("set local enable_seqscan = off").update();
    var ids = new UUID[] {UUID.randomUUID()};
    for (var table : tables()) {
      var plan =
          String.join(
              "\n",
              sql.sql("explain " + store.query(table))
                  .param("person", ids[0])
                  .param("persons", ids)
                  .param("declarations", ids)
                  .query(String.class)
                  .list());
      assertThat(plan).as(table.name() + " by " + table.keys()).doesNotContain("Seq Scan");
      assertThat(plan).as(table.name() + " by " + table.keys()).contains("Index Cond");
    }
  }

  private List<PersonalTable> tables() {
    return modules.stream().flatMap(it -> it.personalTables().stream()).toList();
  }

  private Set<String> columns(PersonalTable table) {
    return new TreeSet<>(
        sql.sql(
                """
                select column_name from information_schema.columns
                where table_schema || '.' || table_name = :name
                """)
            .param("name", table.name())
            .query(String.class)
            .list());
  }
}
