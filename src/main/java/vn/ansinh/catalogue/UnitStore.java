package vn.ansinh.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UnitStore {

  private final JdbcClient sql;

  UnitStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<AdministrativeUnit> unitsOn(LocalDate date) {
    return sql.sql(
            """
            select unit.layer, unit.level, unit.code, coalesce(renamed.name, unit.name) as name, unit.parent_code
            from catalogue.unit
            left join lateral (
                select renaming.name
                from catalogue.unit_renaming renaming
                where renaming.layer = unit.layer and renaming.code = unit.code
                  and renaming.valid_from <= :date
                order by renaming.valid_from desc
                limit 1
            ) renamed on true
            order by unit.layer, unit.code
            """)
        .param("date", date)
        .query(
            (row, _) ->
                new AdministrativeUnit(
                    Layer.valueOf(row.getString("layer")),
                    UnitLevel.valueOf(row.getString("level")),
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("parent_code")))
        .list();
  }

  /** Around that date. */
  NamesHold namesHold(LocalDate date) {
    return sql.sql(
            """
            select max(valid_from) filter (where valid_from <= :date) as "from",
                   min(valid_from) filter (where valid_from > :date) as "before"
            from catalogue.unit_renaming
            """)
        .param("date", date)
        .query(
            (row, _) ->
                new NamesHold(
                    row.getObject("from", LocalDate.class),
                    row.getObject("before", LocalDate.class)))
        .single();
  }

  /**
   * Names a unit is found by besides the one it bears: earlier ones of its own and of its district.
   */
  List<Alias> aliases() {
    return sql.sql(
            """
            select layer, code, name from catalogue.unit_alias
            union
            select layer, code, name from catalogue.unit_renaming
            union
            select layer, code, unit.name
            from catalogue.unit
            join catalogue.unit_renaming using (layer, code)
            """)
        .query(
            (row, _) ->
                new Alias(
                    Layer.valueOf(row.getString("layer")),
                    row.getString("code"),
                    row.getString("name")))
        .list();
  }

  List<Successor> successors() {
    return sql.sql(
            """
            select old_code, new_code
            from catalogue.ward_successor
            order by old_code, new_code
            """)
        .query((row, _) -> new Successor(row.getString("old_code"), row.getString("new_code")))
        .list();
  }

  /** Another name of a unit. */
  record Alias(Layer layer, String code, String name) {}

  /** A ward of {@link Layer#UNTIL_2025} and a ward of {@link Layer#SINCE_2025} it went into. */
  record Successor(String oldCode, String newCode) {}
}
