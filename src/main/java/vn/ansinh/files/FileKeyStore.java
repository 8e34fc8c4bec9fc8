package vn.ansinh.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Under which data key contents lie. */
@Repository
class FileKeyStore {

  private final JdbcClient sql;

  FileKeyStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** Those nobody has looked at under {@code unknown}. */
  Map<String, Long> countByKey(String unknown) {
    var counts = new HashMap<String, Long>();
    sql.sql(
            """
            select coalesce(data_key, :unknown) as data_key, count(*) as files
            from files.file where state = 'SAFE' group by 1
            """)
        .param("unknown", unknown)
        .query(
            row -> {
              counts.put(row.getString("data_key"), row.getLong("files"));
            });
    return counts;
  }

  /** The next ones not under this key, in the order of ids. */
  List<FileId> notUnder(String key, FileId after, int most) {
    return sql.sql(
            """
            select id from files.file
            where id > :after and state = 'SAFE' and data_key is distinct from :key
            order by id limit :most
            """)
        .param("after", after.value())
        .param("key", key)
        .param("most", most)
        .query((row, _) -> new FileId(row.getObject("id", UUID.class)))
        .list();
  }

  /** False when it is gone. Until the end of the transaction nobody erases it. */
  boolean lock(FileId id) {
    return sql.sql("select id from files.file where id = :id and state = 'SAFE' for update")
            .param("id", id.value())
            .query()
            .listOfRows()
            .size()
        == 1;
  }

  void lies(FileId id, String key) {
    sql.sql("update files.file set data_key = :key where id = :id")
        .param("id", id.value())
        .param("key", key)
        .update();
  }

  void forget(FileId id) {
    sql.sql("update files.file set data_key = null where id = :id")
        .param("id", id.value())
        .update();
  }
}
