package vn.ansinh.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.audit.Audit;
import vn.ansinh.files.Upload.Stored;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.KeyRing;
import vn.ansinh.platform.Resealing;
import vn.ansinh.platform.Unshowable;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.TestClock;
import vn.ansinh.support.TestDatabase;

@ApplicationTest
class FilesTest {

  private static final Duration FOREVER = Duration.ofDays(100_000);
  private static final Path DIRECTORY = TestDatabase.FILES;

  @Autowired Files files;
  @Autowired Sweep sweep;
  @Autowired SealedContents contents;
  @Autowired TestClock clock;
  @Autowired TransactionTemplate transaction;
  @Autowired FileStore store;
  @Autowired FileKeyStore fileKeys;
  @Autowired FileResealing resealing;
  @Autowired KeyRing ring;
  @Autowired FileContents kept;
  @Autowired FilesSettings settings;
  @Autowired Audit audit;
  @Autowired MeterRegistry metrics;
  @Autowired JdbcClient sql;

  @AfterEach
  void back_to_the_present() {
    clock.reset();
  }

  @Test
  void a_large_picture_is_kept_at_most_1600_pixels_long() throws IOException {
    var stored = kept(Pictures.jpeg(4000, 3000));
    var picture = files.open(stored.id()).orElseThrow();
    assertThat(List.of(picture.width(), picture.height())).containsExactly(1600, 1200);
    var read = read(stored);
    assertThat(List.of(read.getWidth(), read.getHeight())).containsExactly(1600, 1200);
  }

  @Test
  void a_transparent_picture_lies_on_white() throws IOException {
    var empty = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);
    var read = read(kept(Pictures.written(empty, "png")));
    assertThat(read.getRGB(150, 150) & 0xFFFFFF).isEqualTo(0xFFFFFF);
  }

  /** Where the red corner of the lying picture must be, seen upright. */
  @ParameterizedTest
  @CsvSource({
    "1, 400, 300, left, top",
    "2, 400, 300, right, top",
    "3, 400, 300, right, bottom",
    "4, 400, 300, left, bottom",
    "5, 300, 400, left, top",
    "6, 300, 400, right, top",
    "7, 300, 400, right, bottom",
    "8, 300, 400, left, bottom"
  })
  void the_camera_orientation_is_drawn_into_the_picture(
      int orientation, int width, int height, String side, String end) throws IOException {
    var jpeg = Pictures.written(Pictures.redCorner(400, 300), "jpeg");
    var read = read(kept(Pictures.withSegment(jpeg, 0xE1, Pictures.exif(orientation))));
    assertThat(List.of(read.getWidth(), read.getHeight())).containsExactly(width, height);
    assertRed(read, side, end);
  }

  @Test
  void a_quarter_turn_makes_a_second_picture_turned_clockwise() throws IOException {
    var first = kept(Pictures.written(Pictures.redCorner(400, 300), "jpeg"));
    var turned = settled(files.rotate(first.id(), 1));
    assertThat(turned.id()).isNotEqualTo(first.id());
    assertThat(read(turned).getWidth()).isEqualTo(300);
    assertRed(read(turned), "right", "top");
    assertRed(read(settled(files.rotate(first.id(), -1))), "left", "bottom");
  }

  /** CMYK in the manner of print shops: four components, inverted, with the Adobe marker. */
  @Test
  void a_print_shops_cmyk_jpeg_is_understood() throws IOException {
    var read = read(kept(Pictures.cmykRed(400, 300)));
    int colour = read.getRGB(20, 20);
    assertThat(colour >> 16 & 0xFF).isGreaterThan(180);
    assertThat(colour & 0xFF).isLessThan(90);
  }

  @Test
  void what_lies_on_disk_is_sealed_and_complete() throws IOException {
    var stored = kept(Pictures.jpeg(500, 400));
    var onDisk = java.nio.file.Files.readAllBytes(path(stored));
    assertThat(new String(onDisk, StandardCharsets.ISO_8859_1)).doesNotContain("JFIF");
    assertThat(unfinished()).isEmpty();
  }

  @Test
  void an_erased_picture_is_gone_from_row_and_disk() {
    var stored = kept(Pictures.jpeg(500, 400));
    files.erase(stored.id());
    assertThat(files.open(stored.id())).isEmpty();
    assertThat(path(stored)).doesNotExist();
  }

  @Test
  void a_rolled_back_erasure_leaves_the_picture_whole() {
    var stored = kept(Pictures.jpeg(500, 400));
    transaction.executeWithoutResult(
        status -> {
          files.erase(stored.id());
          status.setRollbackOnly();
        });
    assertThat(files.open(stored.id())).isPresent();
  }

  @Test
  void an_upload_nobody_keeps_is_swept_after_seven_days_and_a_kept_one_stays() {
    var left = kept(Pictures.jpeg(500, 400));
    var wanted = kept(Pictures.jpeg(500, 400));
    files.keep(List.of(wanted.id()));
    clock.advance(Duration.ofDays(7).plusMinutes(1));
    sweep.eraseExpired();
    assertThat(files.safety(List.of(left.id()))).isEmpty();
    assertThat(path(left)).doesNotExist();
    assertThat(files.open(wanted.id())).isPresent();
  }

  @Test
  void what_outlives_its_kind_is_erased_even_if_kept_and_stands_on_the_trail() {
    var papers = new Retention(null, Duration.ofDays(400), null, null, null, FOREVER, FOREVER);
    var portrait = kept(Pictures.jpeg(500, 400));
    var paper =
        settled(files.store(UUID.randomUUID(), FileKind.PAPER_FRONT, Pictures.jpeg(500, 400)));
    var unsafe = kept(Pictures.jpeg(500, 400));
    sql.sql("update files.file set state = 'REFUSED' where id = :id")
        .param("id", unsafe.id().value())
        .update();
    files.keep(List.of(portrait.id(), paper.id()));
    var old = new Sweep(store, kept, transaction, clock, settings, papers, audit);
    clock.advance(Duration.ofDays(399));
    old.eraseOutlived();
    assertThat(files.open(paper.id())).isPresent();
    clock.advance(Duration.ofDays(2));
    old.eraseOutlived();
    assertThat(files.safety(List.of(paper.id()))).isEmpty();
    assertThat(path(paper)).doesNotExist();
    assertThat(files.open(portrait.id())).isPresent();
    assertThat(trail(paper.id())).containsExactly("PICTURE_ERASED");
    sweep.eraseOutlived();
    assertThat(files.safety(List.of(unsafe.id()))).as("30 days").isEmpty();
  }

  @Test
  void a_flipped_bit_is_seen_never_served_and_counted() throws IOException {
    var stored = kept(Pictures.jpeg(500, 400));
    var sealed = java.nio.file.Files.readAllBytes(path(stored));
    var before = metrics.counter("ansinh.pictures.damaged").count();
    for (int at : new int[] {0, 3, 7, 20, sealed.length / 2, sealed.length - 1}) {
      var altered = sealed.clone();
      altered[at] ^= 1;
      java.nio.file.Files.write(path(stored), altered);
      assertThatThrownBy(() -> files.open(stored.id())).isInstanceOf(Unshowable.class);
    }
    assertThat(metrics.counter("ansinh.pictures.damaged").count()).isEqualTo(before + 6);
    java.nio.file.Files.write(path(stored), sealed);
    assertThat(files.open(stored.id())).isPresent();
  }

  @Test
  void a_picture_whose_key_nobody_knows_is_looked_at_and_sealed_again() throws IOException {
    var stored = kept(Pictures.jpeg(500, 400));
    fileKeys.forget(stored.id());
    assertThat(resealing.countByKey()).containsKey(Resealing.UNKNOWN);
    var before = java.nio.file.Files.readAllBytes(path(stored));
    resealing.reseal(null, 100_000);
    assertThat(java.nio.file.Files.readAllBytes(path(stored))).isNotEqualTo(before);
    assertThat(fileKeys.notUnder(ring.newest(), new FileId(new UUID(0, 0)), 100_000))
        .doesNotContain(stored.id());
    assertThat(files.open(stored.id())).isPresent();
  }

  private List<String> trail(FileId id) {
    return sql.sql("select action from audit.entry where subject_id = :id")
        .param("id", id.value().toString())
        .query(String.class)
        .list();
  }

  @Test
  void content_without_a_row_is_swept_once_it_cannot_be_an_upload_under_way() {
    var stray = new Stored(new FileId(Ids.next()));
    contents.write(stray.id(), Pictures.jpeg(500, 400));
    sweep.eraseStrays();
    assertThat(path(stray)).exists();
    clock.advance(Duration.ofMinutes(61));
    sweep.eraseStrays();
    assertThat(path(stray)).doesNotExist();
  }

  @Test
  void an_unfinished_write_is_swept() throws IOException {
    var part = DIRECTORY.resolve("00").resolve(UUID.randomUUID() + ".part");
    java.nio.file.Files.createDirectories(part.getParent());
    java.nio.file.Files.write(part, new byte[10]);
    clock.advance(Duration.ofMinutes(61));
    sweep.eraseStrays();
    assertThat(part).doesNotExist();
  }

  @Test
  void a_lost_content_is_counted_and_its_row_left_alone() throws IOException {
    var before = countLostNow();
    var stored = kept(Pictures.jpeg(500, 400));
    java.nio.file.Files.delete(path(stored));
    assertThat(countLostNow()).isEqualTo(before + 1);
    files.erase(stored.id());
  }

  @Test
  void keeping_a_picture_that_is_gone_fails_the_caller() {
    var stored = kept(Pictures.jpeg(500, 400));
    files.erase(stored.id());
    assertThatThrownBy(() -> files.keep(List.of(stored.id()))).isInstanceOf(FilesException.class);
  }

  private long countLostNow() {
    clock.advance(Duration.ofHours(2));
    var lost = sweep.countLost();
    clock.reset();
    return lost;
  }

  private Stored kept(byte[] bytes) {
    return settled(files.store(UUID.randomUUID(), FileKind.PORTRAIT, bytes));
  }

  private Stored settled(Upload upload) {
    var stored = (Stored) upload;
    SafePictures.await(files, stored.id());
    return stored;
  }

  private BufferedImage read(Stored stored) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(files.open(stored.id()).orElseThrow().jpeg()));
  }

  private static void assertRed(BufferedImage image, String side, String end) {
    int x = image.getWidth() * (side.equals("left") ? 1 : 3) / 4;
    int y = image.getHeight() * (end.equals("top") ? 1 : 3) / 4;
    int colour = image.getRGB(x, y);
    assertThat(colour >> 16 & 0xFF).isGreaterThan(200);
    assertThat(colour & 0xFF).isLessThan(60);
    int opposite = image.getRGB(image.getWidth() - x, image.getHeight() - y);
    assertThat(opposite & 0xFF).isGreaterThan(200);
  }

  private static Path path(Stored stored) {
    var name = stored.id().value().toString();
    return DIRECTORY.resolve(name.substring(34)).resolve(name);
  }

  private static List<Path> unfinished() throws IOException {
    try (Stream<Path> all = java.nio.file.Files.walk(DIRECTORY)) {
      return all.filter(it -> it.toString().endsWith(".part")).toList();
    }
  }
}
