package vn.ansinh.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.catalogue.OfficeDetails.ServedUnit;
import vn.ansinh.catalogue.OfficeEntry.FormerName;

@Repository
class OfficeStore {

  private final JdbcClient sql;

  OfficeStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Office> find(String code) {
    return sql.sql(
            """
            select code, name, parent_code, address, phone, hours, open_from, open_until, successor_code
            from catalogue.office
            where code = :code
            """)
        .param("code", code)
        .query(OfficeStore::office)
        .optional();
  }

  /** Until the end of the transaction nobody else writes offices; reading goes on. */
  void lockTree() {
    sql.sql("select pg_advisory_xact_lock(hashtextextended('catalogue.office', 0))")
        .query((_, _) -> true)
        .single();
  }

  List<Office> all() {
    return sql.sql(
            """
            select code, name, parent_code, address, phone, hours, open_from, open_until, successor_code
            from catalogue.office
            order by code
            """)
        .query(OfficeStore::office)
        .list();
  }

  List<Office> predecessors(String code) {
    return sql.sql(
            """
            select code, name, parent_code, address, phone, hours, open_from, open_until, successor_code
            from catalogue.office
            where successor_code = :code
            order by code
            """)
        .param("code", code)
        .query(OfficeStore::office)
        .list();
  }

  List<FormerName> formerNames(String code) {
    return sql.sql(
            """
            select name, valid_until
            from catalogue.office_former_name
            where office_code = :code
            order by valid_until desc
            """)
        .param("code", code)
        .query(
            (row, _) ->
                new FormerName(
                    row.getString("name"), row.getObject("valid_until", LocalDate.class)))
        .list();
  }

  /** What every office serves, by its code. */
  Map<String, Set<ServedUnit>> served() {
    var served = new HashMap<String, Set<ServedUnit>>();
    sql.sql("select office_code, layer, unit_code from catalogue.office_unit")
        .query(
            row -> {
              served
                  .computeIfAbsent(row.getString("office_code"), _ -> new HashSet<>())
                  .add(
                      new ServedUnit(
                          Layer.valueOf(row.getString("layer")), row.getString("unit_code")));
            });
    return served;
  }

  List<Office> openOn(LocalDate date) {
    return sql.sql(
            """
            select code, name, parent_code, address, phone, hours, open_from, open_until, successor_code
            from catalogue.office
            where open_from <= :date and (open_until is null or open_until >= :date)
            order by code
            """)
        .param("date", date)
        .query(OfficeStore::office)
        .list();
  }

  List<Office> openBelow(String parentCode, LocalDate date) {
    return sql.sql(
            """
            select code, name, parent_code, address, phone, hours, open_from, open_until, successor_code
            from catalogue.office
            where parent_code = :parent
              and open_from <= :date and (open_until is null or open_until >= :date)
            order by code
            """)
        .param("parent", parentCode)
        .param("date", date)
        .query(OfficeStore::office)
        .list();
  }

  List<Office> openServing(Layer layer, String unitCode, LocalDate date) {
    return sql.sql(
            """
            select code, name, parent_code, address, phone, hours, open_from, open_until, successor_code
            from catalogue.office
            join catalogue.office_unit served on served.office_code = office.code
            where served.layer = :layer and served.unit_code = :unit
              and open_from <= :date and (open_until is null or open_until >= :date)
            order by code
            """)
        .param("layer", layer.name())
        .param("unit", unitCode)
        .param("date", date)
        .query(OfficeStore::office)
        .list();
  }

  Set<String> codesUnder(String code) {
    return new TreeSet<>(
        sql.sql(
                """
                with recursive under(code) as (
                    select code from catalogue.office where code = :code
                  union
                    select office.code
                    from under
                    join catalogue.office
                      on office.parent_code = under.code or office.successor_code = under.code
                )
                select code from under
                """)
            .param("code", code)
            .query(String.class)
            .list());
  }

  Set<ServedUnit> serves(String code) {
    return Set.copyOf(
        sql.sql(
                """
                select layer, unit_code
                from catalogue.office_unit
                where office_code = :code
                """)
            .param("code", code)
            .query(
                (row, _) ->
                    new ServedUnit(
                        Layer.valueOf(row.getString("layer")), row.getString("unit_code")))
            .list());
  }

  void insert(OfficeDetails details) {
    write(
        details,
        """
        insert into catalogue.office
          (code, name, parent_code, address, phone, hours, open_from, open_until, successor_code)
        values
          (:code, :name, :parent, :address, :phone, :hours, :openFrom, :openUntil, :successor)
        """);
    addServed(details);
  }

  void update(OfficeDetails details) {
    write(
        details,
        """
        update catalogue.office
        set name = :name, parent_code = :parent, address = :address, phone = :phone, hours = :hours,
            open_from = :openFrom, open_until = :openUntil, successor_code = :successor
        where code = :code
        """);
    sql.sql("delete from catalogue.office_unit where office_code = :code")
        .param("code", details.code())
        .update();
    addServed(details);
  }

  /** The name borne until that day; the last one where it changes twice in a day. */
  void keepName(Office before, LocalDate lastDay) {
    sql.sql(
            """
            insert into catalogue.office_former_name (office_code, valid_until, name)
            values (:code, :until, :name)
            on conflict (office_code, valid_until) do nothing
            """)
        .param("code", before.code())
        .param("until", lastDay)
        .param("name", before.name())
        .update();
  }

  private void write(OfficeDetails details, String statement) {
    sql.sql(statement)
        .param("code", details.code())
        .param("name", details.name())
        .param("parent", details.parentCode())
        .param("address", details.address())
        .param("phone", details.phone())
        .param("hours", details.hours())
        .param("openFrom", details.openFrom())
        .param("openUntil", details.openUntil())
        .param("successor", details.successorCode())
        .update();
  }

  private void addServed(OfficeDetails details) {
    for (var unit : details.serves()) {
      sql.sql(
              """
              insert into catalogue.office_unit (office_code, layer, unit_code)
              values (:code, :layer, :unit)
              """)
          .param("code", details.code())
          .param("layer", unit.layer().name())
          .param("unit", unit.code())
          .update();
    }
  }

  private static Office office(ResultSet row, int number) throws SQLException {
    return new Office(
        row.getString("code"),
        row.getString("name"),
        row.getString("parent_code"),
        row.getString("address"),
        row.getString("phone"),
        row.getString("hours"),
        row.getObject("open_from", LocalDate.class),
        row.getObject("open_until", LocalDate.class),
        row.getString("successor_code"));
  }
}
