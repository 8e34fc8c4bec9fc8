package vn.ansinh.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ansinh.files.Upload.Stored;
import vn.ansinh.platform.Overloaded;
import vn.ansinh.support.TestDatabase;

/** A node whose pictures lie in a bucket, while the server of the bucket goes and comes back. */
class S3OutageTest {

  @TempDir Path directory;

  @Test
  void pictures_wait_in_the_database_until_the_bucket_is_back() throws Exception {
    FileId before;
    FileId meanwhile;
    int port;
    ConfigurableApplicationContext node;
    try (var server = S3Server.start(directory)) {
      port = server.port();
      node = node(server.settings());
      before = store(node);
      assertThat(SafePictures.await(files(node), before).width()).isEqualTo(400);
    }
    try (node) {
      meanwhile = store(node);
      assertThatThrownBy(() -> files(node).open(before)).isInstanceOf(Overloaded.class);
      assertThat(files(node).safety(List.of(meanwhile))).containsValue(new Safety.Waiting());
      try (var again = S3Server.start(directory, port)) {
        assertThat(again.port()).isEqualTo(port);
        assertThat(SafePictures.await(files(node), meanwhile).width()).isEqualTo(400);
        assertThat(files(node).open(before)).isPresent();
      }
    }
  }

  private static Files files(ConfigurableApplicationContext node) {
    return node.getBean(Files.class);
  }

  private static FileId store(ConfigurableApplicationContext node) {
    var upload = files(node).store(UUID.randomUUID(), FileKind.PORTRAIT, Pictures.jpeg(400, 300));
    return ((Stored) upload).id();
  }

  private static ConfigurableApplicationContext node(S3Settings s3) {
    Map<String, Object> settings = new HashMap<>(TestDatabase.settings(TestDatabase.installed()));
    settings.put("ansinh.files.s3.bucket", s3.bucket());
    settings.put("ansinh.files.s3.endpoint", s3.endpoint());
    settings.put("ansinh.files.s3.access-key", s3.accessKey());
    settings.put("ansinh.files.s3.secret-key", s3.secretKey());
    settings.put("ansinh.files.s3.timeout", "2s");
    settings.put("ansinh.files.poll", "100ms");
    settings.put("ansinh.files.retry-after", "200ms");
    settings.put("logging.level.vn.ansinh", "off");
    return new SpringApplicationBuilder(SafekeepingTest.Node.class)
        .web(WebApplicationType.NONE)
        .run(
            settings.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new));
  }
}
