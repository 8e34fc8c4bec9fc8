package vn.ansinh.files;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has been found in safe pictures. */
@Repository
class FaultStore {

  /**
   * @param faults null when nobody has looked yet
   */
  record Judged(
      FileId id, FileKind kind, @Nullable Set<PictureFault> faults, @Nullable String likeness) {}

  private final JdbcClient sql;

  FaultStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Judged> find(Collection<FileId> ids) {
    return sql.sql(
            """
            select id, kind, faults, likeness from files.file
            where id in (:ids) and state = 'SAFE' order by id
            """)
        .param("ids", ids.stream().map(FileId::value).toList())
        .query(
            (row, _) ->
                new Judged(
                    new FileId(row.getObject("id", UUID.class)),
                    FileKind.valueOf(row.getString("kind")),
                    faults(row.getString("faults")),
                    row.getString("likeness")))
        .list();
  }

  void judged(FileId id, Set<PictureFault> faults, String likeness) {
    sql.sql("update files.file set faults = :faults, likeness = :likeness where id = :id")
        .param("id", id.value())
        .param("faults", faults.stream().map(Enum::name).collect(Collectors.joining(" ")))
        .param("likeness", likeness)
        .update();
  }

  private static @Nullable Set<PictureFault> faults(@Nullable String names) {
    if (names == null) {
      return null;
    }
    var faults = EnumSet.noneOf(PictureFault.class);
    Arrays.stream(names.split(" "))
        .filter(it -> !it.isEmpty())
        .forEach(it -> faults.add(PictureFault.valueOf(it)));
    return faults;
  }
}
