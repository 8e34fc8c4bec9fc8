package vn.ansinh.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A table with facts about a person, and which of its columns the person is handed: told by the
 * module that owns it, read by the one that hands data out.
 *
 * @param name with its schema
 * @param by what the person's rows are found by
 * @param keys the column that holds it; of a declaration also two, the person's key in front, where
 *     that is how its index begins
 * @param columns handed over, in this order; sealed ones are opened on the way
 * @param pictures handed over as files; columns that hold their ids
 * @param leftOut every other column, with the reason
 * @param only a column and the value it must have for a row to be the person's; empty where every
 *     row is
 */
public record PersonalTable(
    String name,
    By by,
    List<String> keys,
    List<String> columns,
    List<String> pictures,
    Map<String, String> leftOut,
    List<String> only) {

  public static final String INTERNAL = "an id nobody is shown";
  public static final String OFFICER = "who an officer is; the office answers for them";
  public static final String SECRET = "a hash of a secret, of no use to anybody";

  /** What rows are found by. */
  public enum By {
    PERSON,
    /** By a declaration that was approved for the person. */
    DECLARATION
  }

  public PersonalTable {
    keys = List.copyOf(keys);
    columns = List.copyOf(columns);
    pictures = List.copyOf(pictures);
    leftOut = Map.copyOf(leftOut);
    only = List.copyOf(only);
    Stream.of(List.of(name), keys, columns, pictures, only)
        .flatMap(List::stream)
        .filter(it -> !it.matches("[A-Za-z_0-9]+(\\.[a-z_0-9]+)?"))
        .forEach(
            it -> {
              throw new IllegalArgumentException(it + " is not a name in the schema");
            });
  }

  /** A table may be told more than once, by other keys. */
  public static PersonalTable ofPerson(String name, String key) {
    return new PersonalTable(
        name, By.PERSON, List.of(key), List.of(), List.of(), Map.of(), List.of());
  }

  public static PersonalTable ofDeclaration(String name, String... keys) {
    return new PersonalTable(
        name, By.DECLARATION, List.of(keys), List.of(), List.of(), Map.of(), List.of());
  }

  public PersonalTable handing(String... handed) {
    return new PersonalTable(name, by, keys, with(columns, handed), pictures, leftOut, only);
  }

  public PersonalTable picturing(String... files) {
    return new PersonalTable(name, by, keys, columns, with(pictures, files), leftOut, only);
  }

  public PersonalTable leaving(String reason, String... others) {
    var all = new LinkedHashMap<>(leftOut);
    Arrays.stream(others).forEach(it -> all.put(it, reason));
    return new PersonalTable(name, by, keys, columns, pictures, all, only);
  }

  /** Rows with another value in this column are nobody's yet, or another person's. */
  public PersonalTable where(String column, String value) {
    return new PersonalTable(name, by, keys, columns, pictures, leftOut, List.of(column, value));
  }

  private static List<String> with(List<String> before, String... more) {
    var all = new ArrayList<>(before);
    all.addAll(List.of(more));
    return all;
  }
}
