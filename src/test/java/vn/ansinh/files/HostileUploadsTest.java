package vn.ansinh.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.jpeg.JpegMetadataReader;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.files.Upload.Refused;
import vn.ansinh.files.Upload.Stored;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class HostileUploadsTest {

  @Autowired Files files;

  @TestFactory
  Stream<DynamicTest> every_hostile_upload_is_refused_with_its_reason() {
    return HostilePictures.refused().entrySet().stream()
        .map(
            it ->
                DynamicTest.dynamicTest(
                    it.getKey(),
                    () ->
                        assertThat(store(it.getValue().bytes()))
                            .isEqualTo(new Refused(it.getValue().reason()))));
  }

  @TestFactory
  Stream<DynamicTest> a_picture_that_carries_more_than_pixels_is_kept_without_the_rest() {
    return HostilePictures.cleaned().entrySet().stream()
        .map(it -> DynamicTest.dynamicTest(it.getKey(), () -> assertClean(it.getValue())));
  }

  @Test
  void exiftool_finds_no_metadata_in_any_output(@TempDir Path directory) throws Exception {
    int number = 0;
    for (var original : HostilePictures.cleaned().values()) {
      var stored = (Stored) store(original);
      var jpeg = files.open(stored.id()).orElseThrow().jpeg();
      java.nio.file.Files.write(directory.resolve(number++ + ".jpg"), jpeg);
    }
    var exiftool =
        new ProcessBuilder("exiftool", "-json", "-G1", "-a", "-u", "-ee", directory.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var told = new JsonMapper().readTree(exiftool.getInputStream().readAllBytes());
    assertThat(told.size()).isEqualTo(number);
    for (var picture : told) {
      assertThat(picture.propertyNames())
          .as(picture.toString())
          .allMatch(it -> it.matches("SourceFile|(ExifTool|System|File|JFIF|Composite):.*"));
    }
  }

  /** What judging costs: a few times the bytes sent, whatever their header promises. */
  @Test
  void no_upload_makes_the_web_process_allocate_more_than_its_size_warrants() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    var uploads = new LinkedHashMap<>(HostilePictures.cleaned());
    HostilePictures.refused().forEach((name, it) -> uploads.put(name, it.bytes()));
    for (var upload : uploads.entrySet()) {
      Inspection.of(upload.getValue());
      long before = threads.getCurrentThreadAllocatedBytes();
      Inspection.of(upload.getValue());
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;
      assertThat(allocated)
          .as(upload.getKey())
          .isLessThan(4L * upload.getValue().length + 64 * 1024);
    }
  }

  @Test
  void random_damage_never_gets_an_exception_out() {
    var random = new Random(7);
    for (var original : List.of(HostilePictures.GOOD, HostilePictures.GOOD_PNG)) {
      for (int round = 0; round < 150; round++) {
        var damaged = original.clone();
        for (int i = 0; i < 1 + random.nextInt(20); i++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        assertThat(store(damaged)).isInstanceOfAny(Stored.class, Refused.class);
        var cut = Arrays.copyOf(original, random.nextInt(original.length));
        assertThat(store(cut)).isInstanceOf(Refused.class);
      }
    }
  }

  @Test
  void thirty_hostile_uploads_at_once_are_all_answered() throws Exception {
    var bomb = Pictures.zeroPng(4800, 4900, 16, 6);
    var giant = Pictures.zeroPng(65_000, 65_000, 8, 2);
    var work = new ArrayList<Callable<Upload>>();
    for (int i = 0; i < 10; i++) {
      work.add(() -> store(bomb));
      work.add(() -> store(giant));
      work.add(() -> store(HostilePictures.GOOD));
    }
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : pool.invokeAll(work)) {
        assertThat(answer.get()).isNotNull();
      }
    }
  }

  private void assertClean(byte[] original) throws Exception {
    var upload = store(original);
    assertThat(upload).isInstanceOf(Stored.class);
    var stored = (Stored) upload;
    var jpeg = files.open(stored.id()).orElseThrow().jpeg();
    assertThat(new String(jpeg, ISO_8859_1)).doesNotContain("SECRET").doesNotContain("Exif");
    assertThat(segments(jpeg)).doesNotContain(0xE1, 0xE2, 0xED, 0xFE);
    var told = new ArrayList<String>();
    JpegMetadataReader.readMetadata(new ByteArrayInputStream(jpeg))
        .getDirectories()
        .forEach(it -> told.add(it.getName()));
    assertThat(told).isSubsetOf("JPEG", "JFIF", "Huffman");
    var picture = files.open(stored.id()).orElseThrow();
    assertThat(Math.max(picture.width(), picture.height())).isLessThanOrEqualTo(1600);
  }

  /** To the end, whether that comes at once or after the picture was received. */
  private Upload store(byte[] bytes) {
    var upload = files.store(UUID.randomUUID(), FileKind.PORTRAIT, bytes);
    return upload instanceof Stored(var id)
            && SafePictures.settled(files, id) instanceof Safety.Unsafe(var reason)
        ? new Refused(reason)
        : upload;
  }

  static List<Integer> segments(byte[] jpeg) {
    var found = new ArrayList<Integer>();
    int at = 2;
    while ((jpeg[at + 1] & 0xFF) != 0xDA) {
      found.add(jpeg[at + 1] & 0xFF);
      at += 2 + ByteBuffer.wrap(jpeg).getShort(at + 2);
    }
    return found;
  }
}
