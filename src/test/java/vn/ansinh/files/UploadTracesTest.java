package vn.ansinh.files;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.support.Fork;
import vn.ansinh.support.PlainBrowser;
import vn.ansinh.support.TestDatabase;

/** What an upload leaves behind: nothing that could be read. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.servlet.multipart.location=${user.dir}/target/fork-${ansinh.test.fork:1}/spool",
      "logging.level.org.springframework.web=debug"
    })
@ExtendWith(OutputCaptureExtension.class)
class UploadTracesTest {

  private static final Path SPOOL = Fork.path("spool").toAbsolutePath();
  private static final String MARKER = "dau-vet-khong-duoc-de-lai";

  @LocalServerPort int port;
  @Autowired Files files;
  @Autowired JdbcClient sql;

  @BeforeAll
  static void make() throws IOException {
    java.nio.file.Files.createDirectories(SPOOL);
  }

  @Test
  void neither_small_nor_large_pictures_are_spooled_logged_or_kept_in_the_clear(
      CapturedOutput output) throws Exception {
    try (var watch = SPOOL.getFileSystem().newWatchService()) {
      SPOOL.register(watch, ENTRY_CREATE);
      var browser = new PlainBrowser("http://localhost:" + port);
      browser.get("/registration");
      browser.post("/registration", java.util.Map.of());
      browser.get("/registration/photos");
      var small = marked(Pictures.jpeg(800, 600), 0);
      assertThat(send(browser, small)).isEqualTo(303);
      assertThat(send(browser, marked(Pictures.jpeg(800, 600), 12_000_000))).isEqualTo(422);
      assertThat(watch.poll(2, TimeUnit.SECONDS)).as("spooled").isNull();
    }
    SafePictures.settled(files, newest());
    assertThat(output.getAll()).doesNotContain(MARKER);
    try (var kept = java.nio.file.Files.walk(TestDatabase.FILES)) {
      assertThat(kept.filter(java.nio.file.Files::isRegularFile))
          .noneMatch(UploadTracesTest::shows);
    }
  }

  private FileId newest() {
    return new FileId(
        sql.sql("select id from files.file order by id desc limit 1").query(UUID.class).single());
  }

  private static int send(PlainBrowser browser, byte[] picture) {
    return browser
        .upload("/registration/photos/PORTRAIT", "photo", MARKER + ".jpg", picture)
        .statusCode();
  }

  /** In a comment, and at the end once more behind so many bytes. */
  private static byte[] marked(byte[] jpeg, int more) {
    var marker = MARKER.getBytes(StandardCharsets.US_ASCII);
    var marked = Pictures.withSegment(jpeg, 0xFE, marker);
    var whole = Arrays.copyOf(marked, marked.length + more + marker.length);
    System.arraycopy(marker, 0, whole, whole.length - marker.length, marker.length);
    return whole;
  }

  private static boolean shows(Path file) {
    try {
      var text = new String(java.nio.file.Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      // A JPEG begins so; what is sealed does not.
      return text.contains(MARKER) || text.startsWith("\u00ff\u00d8\u00ff");
    } catch (NoSuchFileException _) {
      // Swept by another test's node.
      return false;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
