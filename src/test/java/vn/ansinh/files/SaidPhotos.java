package vn.ansinh.files;

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
    sql.sql("update files.file set reading_due = true where id = :id")
        .param("id", photo.value())
        .update();
    var holder =
        sql.sql("select holder from files.file where id = :id")
            .param("id", photo.value())
            .query(UUID.class)
            .single();
    beans
        .getBean(PaperReader.class)
        .keep(
            new ReadingStore.Due(photo, holder, 0),
            new PaperReading(code, lines, lines == null ? Outcome.NONE : Outcome.READ));
  }
}
