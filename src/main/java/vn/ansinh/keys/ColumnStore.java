package vn.ansinh.keys;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.SealedColumn;

/** Sealed values in whatever table they lie; names are checked by {@link SealedColumn}. */
@Repository
class ColumnStore {

  /** Between the parts of a key written as one text; in none of them. */
  private static final String AND = "\u001f";

  /**
   * @param key of the row, as text
   * @param owner what the context of the value ends with, as text
   * @param former the same of the context of before, where there was one
   */
  record Value(String key, String owner, @Nullable String former, byte[] sealed) {}

  private final JdbcClient sql;

  ColumnStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Reads the whole column's first bytes: minutes over many millions. */
  Map<String, Long> countByKey(SealedColumn column) {
    var counts = new HashMap<String, Long>();
    sql.sql(
            """
            select case when get_byte(%1$s, 0) = 1 then encode(substring(%1$s from 2 for 4), 'hex')
                        else '' end as data_key,
                   count(*) as values
            from %2$s where %1$s is not null group by 1
            """
                .formatted(column.column(), column.table()))
        .query(
            row -> {
              counts.put(row.getString("data_key"), row.getLong("values"));
            });
    return counts;
  }

  /** Of the columns of the key, as SQL names them. */
  List<String> typesOfKey(SealedColumn column) {
    return column.key().stream()
        .map(
            it ->
                sql.sql(
                        """
                        select format_type(atttypid, atttypmod) from pg_attribute
                        where attrelid = cast(:table as regclass) and attname = :key
                        """)
                    .param("table", column.table())
                    .param("key", it)
                    .query(String.class)
                    .single())
        .toList();
  }

  List<Value> after(SealedColumn column, List<String> types, @Nullable String key, int most) {
    // With the table's name in front: a bare one in "order by" would mean a column of the answer.
    var keys = column.key().stream().map("source."::concat).collect(Collectors.joining(", "));
    var query =
        sql.sql(
                """
                select concat_ws(:and, %1$s) as key, concat_ws('.', %2$s) as owner,
                       %6$s as former, source.%3$s as sealed
                from %4$s as source where %3$s is not null %5$s order by %1$s limit :most
                """
                    .formatted(
                        keys,
                        named(column.owner()),
                        column.column(),
                        column.table(),
                        key == null ? "" : "and (" + keys + ") > (" + parts(types) + ")",
                        former(column)))
            .param("and", AND)
            .param("most", most);
    return (key == null ? query : query.params(parts(key)))
        .query(
            (row, _) ->
                new Value(
                    row.getString("key"),
                    row.getString("owner"),
                    row.getString("former"),
                    row.getBytes("sealed")))
        .list();
  }

  /** Only what still is as it was read; locks this one row. */
  boolean replace(SealedColumn column, List<String> types, Value value, byte[] sealed) {
    return sql.sql(
                """
                update %1$s set %2$s = :sealed where (%3$s) = (%4$s) and %2$s = :before
                """
                    .formatted(
                        column.table(),
                        column.column(),
                        String.join(", ", column.key()),
                        parts(types)))
            .params(parts(value.key()))
            .param("sealed", sealed)
            .param("before", value.sealed())
            .update()
        == 1;
  }

  /** What this transaction does may be lost in a crash: it would be done again. */
  void doNotWaitForDisk() {
    sql.sql("set local synchronous_commit = off").update();
  }

  private static String named(List<String> columns) {
    return columns.stream().map("source."::concat).collect(Collectors.joining(", "));
  }

  private static String former(SealedColumn column) {
    return column.formerOwner().isEmpty()
        ? "cast(null as text)"
        : "concat_ws('.', " + named(column.formerOwner()) + ")";
  }

  private static String parts(List<String> types) {
    return IntStream.range(0, types.size())
        .mapToObj(it -> "cast(:key" + it + " as " + types.get(it) + ")")
        .collect(Collectors.joining(", "));
  }

  private static Map<String, Object> parts(String key) {
    var values = key.split(AND, -1);
    return IntStream.range(0, values.length)
        .boxed()
        .collect(Collectors.toMap(it -> "key" + it, it -> values[it]));
  }
}
