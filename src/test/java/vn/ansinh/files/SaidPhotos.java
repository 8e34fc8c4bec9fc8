package vn.ansinh.files;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.files.PaperReading.Outcome;

/** Has photos read as saying what a test wants. */
public final class SaidPhotos {

  private SaidPhotos() {}

  /** As if a worker had read it. */
  public static void say(
      BeanFactory beans, FileId photo, @Nullable String code, @Nullable String lines) {
    SafePictures.await(beans.getBean(Files.class), photo);
    var sql = beans.getBean(JdbcClient.class);
    var due =
        sql.sql(
                """
                update files.file
                set reading_due = true, leased_until = now() + interval '1 hour'
                where id = :id returning holder, leased_until
                """)
            .param("id", photo.value())
            .query(
                (row, _) ->
                    new ReadingStore.Due(
                        photo,
                        row.getObject("holder", UUID.class),
                        0,
                        row.getObject("leased_until", OffsetDateTime.class).toInstant()))
            .single();
    beans
        .getBean(PaperReader.class)
        .keep(due, new PaperReading(code, lines, lines == null ? Outcome.NONE : Outcome.READ));
  }
}
