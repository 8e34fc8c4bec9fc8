package vn.ansinh.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.env.MockEnvironment;

/** A directory and a bucket behave alike. */
class FileContentsTest {

  @TempDir static Path directory;

  private static S3Server server;

  @BeforeAll
  static void start() throws IOException {
    server = S3Server.start(directory);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static List<FileContents> everywhere() {
    return List.of(
        new DirectoryContents(
            new FilesSettings(
                directory.resolve("files"),
                Duration.ofDays(7),
                Duration.ofHours(1),
                false,
                false,
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                3)),
        new S3Contents(server.settings()),
        new S3Contents(server.settings("shared/ansinh/")));
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void what_is_written_is_read_and_the_last_one_counts(FileContents contents) {
    var id = id();
    assertThat(contents.read(id)).isEmpty();
    assertThat(contents.isMissing(id)).isTrue();
    contents.write(id, new byte[] {1, 2, 3});
    contents.write(id, new byte[] {4, 5});
    assertThat(contents.read(id)).hasValue(new byte[] {4, 5});
    assertThat(contents.isMissing(id)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void large_contents_come_back_whole(FileContents contents) {
    var large = new byte[FilesSettings.MOST_BYTES];
    new java.util.Random(7).nextBytes(large);
    var id = id();
    contents.write(id, large);
    assertThat(contents.read(id)).hasValue(large);
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void erasing_leaves_nothing_and_may_be_done_twice(FileContents contents) {
    var id = id();
    contents.write(id, new byte[] {1});
    contents.erase(id);
    contents.erase(id);
    assertThat(contents.read(id)).isEmpty();
    assertThat(contents.isMissing(id)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void the_sweep_is_told_of_what_is_old(FileContents contents) {
    var ids = new ArrayList<FileId>();
    for (int i = 0; i < 20; i++) {
      ids.add(id());
      contents.write(ids.getLast(), new byte[] {(byte) i});
    }
    var later = Instant.now().plusSeconds(5);
    try (var old = contents.writtenBefore(later)) {
      assertThat(old.toList()).containsAll(ids).doesNotHaveDuplicates();
    }
    try (var old = contents.writtenBefore(Instant.now().minusSeconds(3600))) {
      assertThat(old).doesNotContainAnyElementsOf(ids);
    }
    contents.eraseUnfinished(later);
    assertThat(contents.read(ids.getFirst())).isPresent();
  }

  @Test
  void more_names_than_fit_into_one_answer_are_all_listed() {
    var contents = new S3Contents(server.settings("many/"), 10);
    for (int i = 0; i < 25; i++) {
      contents.write(id(), new byte[] {1});
    }
    try (var all = contents.writtenBefore(Instant.now().plusSeconds(5))) {
      assertThat(all.distinct().count()).isEqualTo(25);
    }
  }

  @Test
  void a_server_that_never_answers_is_waited_for_as_long_as_the_settings_say() throws Exception {
    // Accepts connections by the system's queue, and says nothing.
    try (var silent = new ServerSocket(0)) {
      var contents = new S3Contents(at("http://localhost:" + silent.getLocalPort()));
      var begun = System.nanoTime();
      assertThatThrownBy(() -> contents.write(id(), new byte[] {1}))
          .isInstanceOf(StorageUnavailable.class);
      assertThatThrownBy(() -> contents.read(id())).isInstanceOf(StorageUnavailable.class);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
      contents.look();
    }
  }

  @Test
  void a_bucket_that_is_not_there_is_told_in_one_line() {
    var settings = server.settings();
    var wrong =
        new S3Contents(
            new S3Settings(
                "nowhere",
                settings.endpoint(),
                settings.region(),
                "",
                true,
                "test",
                "test",
                settings.connectTimeout(),
                settings.timeout()));
    assertThatThrownBy(wrong::look)
        .isInstanceOf(FilesException.class)
        .hasMessage("No use of bucket nowhere at %s (404): see ANSINH_FILES_S3_…", server.address())
        .hasNoCause();
  }

  @Test
  void a_server_that_checks_signatures_takes_the_right_secret_and_no_other() throws Exception {
    try (var signed = SignedS3Server.start(directory);
        var right = new S3Contents(signed.settings(SignedS3Server.SECRET));
        var wrong = new S3Contents(signed.settings("a-wrong-secret"))) {
      var id = id();
      right.look();
      right.write(id, new byte[] {1, 2, 3});
      assertThat(right.read(id)).hasValue(new byte[] {1, 2, 3});
      assertThatThrownBy(wrong::look)
          .isInstanceOf(FilesException.class)
          .hasMessageContaining("(403)");
      assertThatThrownBy(() -> wrong.read(id)).isInstanceOf(StorageUnavailable.class);
      assertThatThrownBy(() -> wrong.write(id, new byte[] {4}))
          .isInstanceOf(StorageUnavailable.class);
      assertThatThrownBy(() -> wrong.erase(id)).isInstanceOf(StorageUnavailable.class);
      assertThat(right.read(id)).hasValue(new byte[] {1, 2, 3});
      right.erase(id);
      assertThat(right.isMissing(id)).isTrue();
    }
  }

  @Test
  void what_is_missing_for_production_is_named() {
    var environment = new MockEnvironment().withProperty("ansinh.files.s3.bucket", "pictures");
    assertThat(new StorageRule().problems(environment, true))
        .satisfiesExactly(
            it -> assertThat(it).contains("ANSINH_FILES_S3_ENDPOINT"),
            it -> assertThat(it).contains("ANSINH_FILES_S3_ACCESS_KEY"),
            it -> assertThat(it).contains("ANSINH_FILES_S3_SECRET_KEY"));
    environment.setProperty("ansinh.files.s3.endpoint", "http://s3.example.vn");
    environment.setProperty("ansinh.files.s3.access-key", "a");
    environment.setProperty("ansinh.files.s3.secret-key", "s");
    assertThat(new StorageRule().problems(environment, true))
        .singleElement()
        .satisfies(it -> assertThat(it).contains("is not https"));
    environment.setProperty("ansinh.files.s3.endpoint", "https://s3.example.vn");
    assertThat(new StorageRule().problems(environment, true)).isEmpty();
    assertThat(new StorageRule().problems(new MockEnvironment(), true)).isEmpty();
  }

  @Test
  void settings_do_not_show_their_secret() {
    assertThat(at("http://localhost:1").toString()).doesNotContain("hidden");
  }

  private static S3Settings at(String endpoint) {
    return new S3Settings(
        "pictures",
        endpoint,
        "us-east-1",
        "",
        true,
        "hidden",
        "hidden",
        Duration.ofSeconds(1),
        Duration.ofSeconds(2));
  }

  private static FileId id() {
    return new FileId(UUID.randomUUID());
  }
}
