package vn.ansinh.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.platform.SealedColumns;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class SchemaTest {

  static final String OURS = "('pg_catalog', 'information_schema', 'pg_toast', 'public')";

  @Autowired JdbcClient sql;
  @Autowired List<SealedColumns> sealed;

  @Test
  void moments_carry_a_zone_and_text_is_text() {
    assertThat(
            names(
                """
                select table_schema || '.' || table_name || '.' || column_name
                from information_schema.columns
                where table_schema not in %s and table_schema not like 'pg_temp%%'
                  and data_type not in ('uuid', 'text', 'timestamp with time zone', 'date', 'bigint', 'integer',
                                        'smallint', 'boolean', 'jsonb', 'bytea', 'numeric', 'ARRAY', 'daterange')
                """))
        .isEmpty();
  }

  @Test
  void every_column_says_how_sensitive_it_is() {
    assertThat(
            names(
                """
                select c.table_schema || '.' || c.table_name || '.' || c.column_name
                from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema not in %s and t.table_type = 'BASE TABLE'
                  and coalesce(col_description(
                        (quote_ident(c.table_schema) || '.' || quote_ident(c.table_name))::regclass,
                        c.ordinal_position), '') !~ '^(plain|personal|secret)'
                """))
        .isEmpty();
  }

  @Test
  void every_foreign_key_is_indexed() {
    assertThat(
            names(
                """
                select k.conrelid::regclass || ': ' || k.conname
                from pg_constraint k
                join pg_namespace n on n.oid = k.connamespace
                where k.contype = 'f' and n.nspname not in %s
                  and not exists (
                    select 1 from pg_index i
                    where i.indrelid = k.conrelid and i.indpred is null
                      and (i.indkey::smallint[])[0:cardinality(k.conkey) - 1] @> k.conkey)
                """))
        .isEmpty();
  }

  @Test
  void there_are_no_triggers_and_claims_point_nowhere() {
    assertThat(
            names(
                """
                select tgrelid::regclass::text from pg_trigger t
                join pg_class r on r.oid = t.tgrelid join pg_namespace n on n.oid = r.relnamespace
                where not tgisinternal and n.nspname not in %s
                union all
                select conrelid::regclass::text from pg_constraint k
                join pg_namespace n on n.oid = k.connamespace
                where contype = 'f' and conrelid::regclass::text like '%%claim' and n.nspname not in %<s
                """))
        .isEmpty();
  }

  @Test
  void every_sealed_column_is_known_to_whoever_seals_it_again() {
    assertThat(
            sealed.stream()
                .flatMap(it -> it.sealedColumns().stream())
                .map(it -> it.name() + " by " + String.join(", ", it.key())))
        .containsExactlyInAnyOrderElementsOf(
            names(
                """
                select c.table_schema || '.' || c.table_name || '.' || c.column_name || ' by '
                    || (select string_agg(a.attname, ', ' order by array_position(i.indkey, a.attnum))
                        from pg_index i
                        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                        where i.indisprimary and i.indrelid = r.oid)
                from information_schema.columns c
                cross join lateral (
                  select (quote_ident(c.table_schema) || '.' || quote_ident(c.table_name))::regclass as oid) r
                where c.table_schema not in %s and c.data_type = 'bytea'
                  and col_description(r.oid, c.ordinal_position) ~ '\\ysealed\\y'
                """));
  }

  private List<String> names(String query) {
    return sql.sql(query.formatted(OURS)).query(String.class).list();
  }
}
