package vn.ansinh.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

/** What makes an acknowledged transaction survive a power cut; without it the server is refused. */
final class Durability {

  private Durability() {}

  static void require(Connection connection) throws SQLException {
    var off = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select name, setting
                  from pg_settings
                 where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')
                   and setting in ('off', 'local')
                 order by name
                """)) {
      while (rows.next()) {
        off.add(rows.getString("name") + "=" + rows.getString("setting"));
      }
    }
    if (!off.isEmpty()) {
      throw new Refusal("The database would lose acknowledged work: " + String.join(", ", off));
    }
  }
}
