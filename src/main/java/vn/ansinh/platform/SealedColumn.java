package vn.ansinh.platform;

import java.util.List;
import java.util.stream.Stream;

/**
 * A column of sealed values, told to {@code bin/ansinh keys reseal} by the module that owns it.
 *
 * @param table with its schema
 * @param column of type bytea, null where there is nothing
 * @param key the columns of the primary key, in its order
 * @param owner the columns whose values, joined by dots, end the context
 * @param context what the values are sealed with, up to the owner's value
 * @param formerOwner the same of values that were sealed by an earlier version and may still lie
 *     so; empty where there never was another. Sealing again ends it
 */
public record SealedColumn(
    String table,
    String column,
    List<String> key,
    List<String> owner,
    String context,
    List<String> formerOwner) {

  public SealedColumn {
    Stream.of(List.of(table, column), key, owner, formerOwner)
        .flatMap(List::stream)
        .filter(it -> !it.matches("[a-z_]+(\\.[a-z_]+)?"))
        .forEach(
            it -> {
              throw new IllegalArgumentException(it + " is not a name in the schema");
            });
    key = List.copyOf(key);
    owner = List.copyOf(owner);
    formerOwner = List.copyOf(formerOwner);
  }

  /** In the usual context, {@code schema.table.column.rowid}; the key's last column is the id. */
  public static SealedColumn of(String table, String column, String... key) {
    return new SealedColumn(
        table,
        column,
        List.of(key),
        List.of(key[key.length - 1]),
        table + "." + column + ".",
        List.of());
  }

  public SealedColumn in(String otherContext) {
    return new SealedColumn(table, column, key, owner, otherContext, formerOwner);
  }

  public SealedColumn ownedBy(String... otherColumns) {
    return new SealedColumn(table, column, key, List.of(otherColumns), context, formerOwner);
  }

  public SealedColumn formerlyOwnedBy(String... otherColumns) {
    return new SealedColumn(table, column, key, owner, context, List.of(otherColumns));
  }

  public String name() {
    return table + "." + column;
  }
}
