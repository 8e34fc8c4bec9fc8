package vn.ansinh.registration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import vn.ansinh.platform.Ids;

/**
 * What a submission writes, without the application: the very rows it wrote, written again by bare
 * JDBC into copies of the same tables with the same indexes, one transaction each.
 */
final class BareRegistrations {

  /** Where a submission leaves rows, and how they are found by the declaration's id. */
  private static final Map<String, String> WRITTEN =
      Map.of(
          "registration.submission_key", "declaration_id = ?",
          "registration.declaration", "id = ?",
          "registration.declaration_event", "declaration_id = ?",
          "registration.code_claim", "declaration_id = ?",
          "registration.link_claim", "declaration_id = ?",
          "accounts.phone_claim",
              "person_id in (select person_id from registration.declaration where id = ?)",
          "accounts.email_claim",
              "person_id in (select person_id from registration.declaration where id = ?)",
          "audit.entry",
              "person_id in (select person_id from registration.declaration where id = ?)",
          "review.queue_entry", "declaration_id = ?",
          "notifications.message", "subject_id = ?");

  /** And when the photos were sent along with it. */
  private static final Map<String, String> WRITTEN_WITH_PHOTOS =
      Map.of(
          "files.file",
          """
          id in (select unnest(array[portrait, paper_front, paper_back])
                 from registration.declaration where id = ?)
          """);

  /** Rows a submission changes or deletes; there before. */
  private static final Map<String, String> TOUCHED =
      Map.of(
          "registration.draft", "id = any (?)",
          "registration.draft_photo", "draft_id = any (?)",
          "files.file", "holder = any (?)");

  private record Row(String table, Object[] values) {}

  private record Registration(UUID draft, List<Row> rows) {}

  private final List<Registration> registrations = new ArrayList<>();

  static void makeTables(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("create schema bench");
      for (var table : tables()) {
        statement.execute("create table %s (like %s including all)".formatted(copy(table), table));
      }
      statement.execute("create table bench.photo (id uuid primary key, content bytea not null)");
      statement.execute("alter table bench.photo alter content set storage external");
    }
  }

  /** The drafts as they are before they are submitted, into the copies. */
  static void prepare(Connection connection, List<DraftId> drafts) throws SQLException {
    var ids = drafts.stream().map(DraftId::value).toArray();
    try (var statement = connection.createStatement()) {
      for (var table : WRITTEN.keySet()) {
        statement.execute("truncate " + copy(table));
      }
      statement.execute("truncate bench.photo");
    }
    for (var table : TOUCHED.entrySet()) {
      try (var statement = connection.createStatement()) {
        statement.execute("truncate " + copy(table.getKey()));
      }
      var insert =
          "insert into %s select * from %s where %s"
              .formatted(copy(table.getKey()), table.getKey(), table.getValue());
      try (var statement = connection.prepareStatement(insert)) {
        statement.setArray(1, connection.createArrayOf("uuid", ids));
        statement.executeUpdate();
      }
    }
  }

  /** Remembers what the application wrote for a declaration. */
  void remember(Connection connection, DraftId draft, DeclarationId id, boolean withPhotos)
      throws SQLException {
    var rows = new ArrayList<Row>();
    var written = new HashMap<>(WRITTEN);
    if (withPhotos) {
      written.putAll(WRITTEN_WITH_PHOTOS);
    }
    for (var table : written.entrySet()) {
      var query = "select * from %s where %s".formatted(table.getKey(), table.getValue());
      try (var statement = connection.prepareStatement(query)) {
        statement.setObject(1, id.value());
        try (var result = statement.executeQuery()) {
          while (result.next()) {
            var values = new Object[result.getMetaData().getColumnCount()];
            for (int i = 0; i < values.length; i++) {
              values[i] = result.getObject(i + 1);
            }
            rows.add(new Row(table.getKey(), values));
          }
        }
      }
    }
    registrations.add(new Registration(draft.value(), rows));
  }

  int rows() {
    return registrations.stream().mapToInt(it -> it.rows().size()).sum();
  }

  /**
   * One registration in one transaction.
   *
   * @param photos sent and stored along with it
   */
  void write(Connection connection, int index, List<byte[]> photos) throws SQLException {
    var registration = registrations.get(index);
    for (var row : registration.rows()) {
      var places = "?" + ", ?".repeat(row.values().length - 1);
      try (var statement =
          connection.prepareStatement(
              "insert into %s values (%s)".formatted(copy(row.table()), places))) {
        for (int i = 0; i < row.values().length; i++) {
          statement.setObject(i + 1, row.values()[i]);
        }
        statement.executeUpdate();
      }
    }
    for (var change :
        List.of(
            "update bench.draft set candidates = null, submitted_declaration = id where id = ?",
            "delete from bench.draft_photo where draft_id = ?",
            "update bench.file set kept_until = null where holder = ?")) {
      try (var statement = connection.prepareStatement(change)) {
        statement.setObject(1, registration.draft());
        statement.executeUpdate();
      }
    }
    for (var photo : photos) {
      try (var statement =
          connection.prepareStatement("insert into bench.photo (id, content) values (?, ?)")) {
        statement.setObject(1, Ids.next());
        statement.setBytes(2, photo);
        statement.executeUpdate();
      }
    }
    connection.commit();
  }

  static long written(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from bench.declaration")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static List<String> tables() {
    return Stream.concat(WRITTEN.keySet().stream(), TOUCHED.keySet().stream()).toList();
  }

  private static String copy(String table) {
    return "bench" + table.substring(table.indexOf('.'));
  }
}
