package vn.ansinh.datarights;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.PersonalTable;
import vn.ansinh.platform.SealedColumn;
import vn.ansinh.platform.SealedColumns;
import vn.ansinh.platform.Secrets;
import vn.ansinh.registration.Approved;

/**
 * Reads what modules say they hold about a person, in whatever table it lies, and opens what is
 * sealed. Names come from the code and are checked by {@link PersonalTable}.
 */
@Repository
class HeldStore {

  /** Far more than anybody has; keeps a mistake from filling the memory. */
  private static final int MOST_ROWS = 10_000;

  private static final String OWNER = "_owner";

  private final JdbcClient sql;
  private final JsonMapper json;
  private final Secrets secrets;
  private final Map<String, SealedColumn> sealed;

  HeldStore(JdbcClient sql, JsonMapper json, Secrets secrets, Collection<SealedColumns> modules) {
    this.sql = sql;
    this.json = json;
    this.secrets = secrets;
    this.sealed =
        modules.stream()
            .flatMap(it -> it.sealedColumns().stream())
            .collect(Collectors.toMap(SealedColumn::name, Function.identity()));
  }

  /** The oldest first. */
  List<ObjectNode> rows(PersonalTable table, PersonId person, List<Approved> declarations) {
    return sql.sql(query(table))
        .param("person", person.value())
        .param("persons", ids(declarations, it -> it.key().value()))
        .param("declarations", ids(declarations, it -> it.id().value()))
        .query((row, _) -> read(table, row))
        .list();
  }

  /** Also looked at by the test of its plans. */
  String query(PersonalTable table) {
    var columns =
        Stream.concat(
                handed(table).map("t."::concat),
                table.columns().stream()
                    .flatMap(it -> sealed(table, it).stream())
                    .map(HeldStore::owner))
            .collect(Collectors.joining(", "));
    var order =
        handed(table).filter(it -> it.endsWith("_at")).findFirst().map("order by t."::concat);
    return """
    select %s from %s as t where %s %s limit %d
    """
        .formatted(columns, table.name(), found(table), order.orElse(""), MOST_ROWS);
  }

  private static String found(PersonalTable table) {
    var keys = table.keys();
    if (table.by() == PersonalTable.By.PERSON) {
      var only =
          table.only().isEmpty()
              ? ""
              : " and t.%s = '%s'".formatted(table.only().getFirst(), table.only().getLast());
      return "t.%s = :person%s".formatted(keys.getFirst(), only);
    }
    return keys.size() == 1
        ? "t.%s = any (cast(:declarations as uuid[]))".formatted(keys.getFirst())
        : "(t.%s, t.%s) in (select * from unnest(cast(:persons as uuid[]), cast(:declarations as uuid[])))"
            .formatted(keys.getFirst(), keys.getLast());
  }

  private static String owner(SealedColumn column) {
    return column.owner().stream()
        .map("t."::concat)
        .collect(Collectors.joining(", ", "concat_ws('.', ", ") as " + column.column() + OWNER));
  }

  private static Stream<String> handed(PersonalTable table) {
    return Stream.concat(table.columns().stream(), table.pictures().stream());
  }

  private ObjectNode read(PersonalTable table, ResultSet row) throws SQLException {
    var values = json.createObjectNode();
    for (var column : handed(table).toList()) {
      values.set(column, value(table, column, row));
    }
    return values;
  }

  private JsonNode value(PersonalTable table, String column, ResultSet row) throws SQLException {
    var read = row.getObject(column);
    if (read == null) {
      return json.nullNode();
    }
    return switch (row.getMetaData().getColumnTypeName(row.findColumn(column))) {
      case "bytea" -> opened(table, column, (byte[]) read, row.getString(column + OWNER));
      case "timestamptz" -> text(row.getObject(column, OffsetDateTime.class).toInstant());
      case "date" -> text(row.getObject(column, LocalDate.class));
      case "jsonb" -> json.readTree(row.getString(column));
      case "_text" -> json.valueToTree(row.getArray(column).getArray());
      case "uuid", "text" -> text(read);
      default -> json.valueToTree(read);
    };
  }

  private JsonNode opened(PersonalTable table, String column, byte[] value, String owner) {
    var known = sealed(table, column).orElseThrow();
    var open = new String(secrets.open(value, known.context() + owner), StandardCharsets.UTF_8);
    if (!open.startsWith("{") && !open.startsWith("[")) {
      return text(open);
    }
    try {
      return json.readTree(open);
    } catch (JacksonException _) {
      return text(open);
    }
  }

  private Optional<SealedColumn> sealed(PersonalTable table, String column) {
    return Optional.ofNullable(sealed.get(table.name() + "." + column));
  }

  private JsonNode text(Object value) {
    return json.getNodeFactory().stringNode(value.toString());
  }

  private static UUID[] ids(List<Approved> declarations, Function<Approved, UUID> id) {
    return declarations.stream().map(id).toArray(UUID[]::new);
  }
}
