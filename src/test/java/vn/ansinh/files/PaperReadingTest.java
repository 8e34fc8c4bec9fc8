package vn.ansinh.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.files.PaperReading.Outcome;
import vn.ansinh.files.Upload.Stored;
import vn.ansinh.reading.SpecimenCodes;

/** Photos of papers read in the background by real, confined workers. */
// Not for its pages: with a port it is the same application as that of the pages about reading.
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "ansinh.files.reading=true")
class PaperReadingTest {

  @Autowired Files files;
  @Autowired PaperReadings readings;
  @Autowired JdbcClient sql;

  private final UUID holder = UUID.randomUUID();

  @Test
  void a_front_says_its_code_and_a_back_its_lines() {
    var front = stored(FileKind.PAPER_FRONT, LabelledPhotos.frontOfSpecimen());
    var shot = MachineLinePhotos.shot(0);
    var back = stored(FileKind.PAPER_BACK, shot.jpeg());
    assertThat(read(front)).isEqualTo(new PaperReading(SpecimenCodes.CITIZEN, null, Outcome.NONE));
    assertThat(read(back)).isEqualTo(new PaperReading(null, shot.lines(), Outcome.READ));
    assertThat(sealed(back)).doesNotContain(shot.lines().substring(0, 20));
  }

  @Test
  void what_is_unreadable_is_told_as_such_and_a_portrait_is_not_read() {
    var blurred = blurred();
    var back = stored(FileKind.PAPER_BACK, blurred);
    var portrait = stored(FileKind.PORTRAIT, LabelledPhotos.frontOfSpecimen());
    assertThat(read(back).lines()).isNull();
    SafePictures.await(files, portrait);
    assertThat(readings.of(List.of(portrait))).isEmpty();
    assertThat(due(portrait)).isFalse();
  }

  @Test
  void what_a_photo_said_goes_with_it_and_a_new_one_is_read_anew() {
    var first = stored(FileKind.PAPER_BACK, MachineLinePhotos.shot(0).jpeg());
    read(first);
    var turned = ((Stored) files.rotate(first, 2)).id();
    files.erase(first);
    assertThat(readings.of(List.of(first))).isEmpty();
    assertThat(rows(first)).isZero();
    assertThat(read(turned).lines()).isEqualTo(MachineLinePhotos.shot(0).lines());
  }

  private PaperReading read(FileId id) {
    SafePictures.await(files, id);
    var read = readings.of(List.of(id), Duration.ofMinutes(2)).get(id);
    if (read == null) {
      throw new AssertionError("a photo is not read");
    }
    return read;
  }

  private FileId stored(FileKind kind, byte[] jpeg) {
    return ((Stored) files.store(holder, kind, jpeg)).id();
  }

  private static byte[] blurred() {
    int last = MachineLinePhotos.Kind.BLURRED.ordinal();
    return MachineLinePhotos.shot(last).jpeg();
  }

  private String sealed(FileId id) {
    return sql.sql("select encode(content, 'escape') from files.reading where file_id = :id")
        .param("id", id.value())
        .query(String.class)
        .single();
  }

  private boolean due(FileId id) {
    return sql.sql("select reading_due from files.file where id = :id")
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  private long rows(FileId id) {
    return sql.sql("select count(*) from files.reading where file_id = :id")
        .param("id", id.value())
        .query(Long.class)
        .single();
  }
}
