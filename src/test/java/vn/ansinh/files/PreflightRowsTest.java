package vn.ansinh.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.files.Upload.Stored;
import vn.ansinh.platform.Ids;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class PreflightRowsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Autowired Files files;
  @Autowired Preflight preflight;
  @Autowired JdbcClient sql;

  private final UUID holder = UUID.randomUUID();

  @Test
  void what_is_found_stays_with_the_row() {
    var dark = LabelledPhotos.faulty(PictureFault.DARK, 1, 5).getFirst();
    var id = safe(dark.kind(), dark.jpeg());
    assertThat(preflight.faults(List.of(id), PATIENCE))
        .containsEntry(id, Set.of(PictureFault.DARK));
    assertThat(stored(id)).isEqualTo("DARK");
    // Without a worker and without any time.
    assertThat(preflight.faults(List.of(id), Duration.ZERO))
        .containsEntry(id, Set.of(PictureFault.DARK));
  }

  @Test
  void a_good_picture_is_remembered_as_good() {
    var id = safe(FileKind.PAPER_FRONT, LabelledPhotos.good(FileKind.PAPER_FRONT, new Random(8)));
    assertThat(preflight.faults(List.of(id), PATIENCE)).containsEntry(id, Set.of());
    assertThat(stored(id)).isEmpty();
  }

  @Test
  void one_picture_sent_for_two_things_is_told_at_both_as_long_as_both_are_there() {
    var photo = LabelledPhotos.good(FileKind.PAPER_BACK, new Random(9));
    var back = safe(FileKind.PAPER_BACK, photo);
    var portrait = safe(FileKind.PORTRAIT, photo);
    var faults = preflight.faults(List.of(back, portrait), PATIENCE);
    assertThat(faults.get(back)).containsExactly(PictureFault.SAME_TWICE);
    assertThat(faults.get(portrait))
        .contains(PictureFault.SAME_TWICE, PictureFault.NOT_3X4, PictureFault.NOT_ONE_FACE);
    files.erase(portrait);
    assertThat(preflight.faults(List.of(back, portrait), PATIENCE))
        .containsOnlyKeys(back)
        .containsEntry(back, Set.of());
  }

  @Test
  void nothing_is_said_about_what_is_not_safe_or_not_there() {
    assertThat(preflight.faults(List.of(), PATIENCE)).isEmpty();
    assertThat(preflight.faults(List.of(new FileId(Ids.next())), PATIENCE)).isEmpty();
  }

  private FileId safe(FileKind kind, byte[] photo) {
    var id = ((Stored) files.store(holder, kind, photo)).id();
    SafePictures.await(files, id);
    return id;
  }

  private String stored(FileId id) {
    return sql.sql("select faults from files.file where id = :id")
        .param("id", id.value())
        .query(String.class)
        .single();
  }
}
