package vn.ansinh.portal.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.files.LabelledPhotos;
import vn.ansinh.support.PlainBrowser;
import vn.ansinh.support.ServerTest;
import vn.ansinh.support.TestDatabase;

/**
 * What an applicant reads when a stored picture is damaged, and when nothing more can be stored.
 */
@ServerTest
class StorageFaultPagesTest {

  private static final Pattern PICTURE =
      Pattern.compile("src=\"(/registration/photos/PORTRAIT/picture\\?ref=[^\"]+)\"");

  @LocalServerPort int port;
  @Autowired JdbcClient sql;
  PlainBrowser browser;

  @BeforeEach
  void a_draft() {
    browser = new PlainBrowser("http://localhost:" + port);
    browser.get("/registration");
    browser.post("/registration", Map.of());
    browser.get("/registration/photos?photos=true");
  }

  @Test
  void a_damaged_picture_has_words_of_its_own_and_says_what_to_do_next() throws IOException {
    assertThat(upload()).isEqualTo(303);
    var picture = picture();
    assertThat(browser.bytes(picture)).startsWith(0xFF, 0xD8);
    alterNewest();
    var answer = browser.get(picture);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .contains("Ảnh này không mở được", "quay lại bước ảnh và gửi lại ảnh này")
        .doesNotContain("Rất tiếc");
    browser.get("/registration/photos?photos=true");
    assertThat(upload()).as("another takes its place").isEqualTo(303);
    assertThat(browser.bytes(picture())).startsWith(0xFF, 0xD8);
  }

  @Test
  void a_database_without_room_refuses_in_words_and_goes_on_when_there_is_room()
      throws SQLException {
    var before = pictures();
    asOwner(
        """
        create function files.no_room() returns trigger language plpgsql as
        $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$
        """);
    asOwner(
        "create trigger no_room before insert on files.original for each row execute function files.no_room()");
    try {
      var answer = send();
      assertThat(answer.statusCode()).isEqualTo(507);
      assertThat(answer.body()).contains("tạm hết chỗ lưu", "không có phần nào được lưu dở");
      assertThat(pictures()).isEqualTo(before);
    } finally {
      asOwner("drop function files.no_room() cascade");
    }
    browser.get("/registration/photos?photos=true");
    assertThat(upload()).isEqualTo(303);
    assertThat(pictures()).isEqualTo(before + 1);
  }

  private int upload() {
    return send().statusCode();
  }

  private java.net.http.HttpResponse<String> send() {
    return browser.upload(
        "/registration/photos/PORTRAIT", "photo", "a.jpg", LabelledPhotos.frontOfSpecimen());
  }

  private String picture() {
    for (int tries = 0; tries < 100; tries++) {
      var found = PICTURE.matcher(browser.get("/registration/photos?photos=true").body());
      if (found.find()) {
        return found.group(1);
      }
    }
    throw new AssertionError("no picture is shown");
  }

  private void alterNewest() throws IOException {
    var id =
        sql.sql("select id from files.file order by id desc limit 1").query(UUID.class).single();
    var name = id.toString();
    var file = TestDatabase.FILES.resolve(name.substring(name.length() - 2)).resolve(name);
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }

  private long pictures() {
    return sql.sql("select count(*) from files.file").query(Long.class).single();
  }

  private static void asOwner(String command) throws SQLException {
    try (var connection = TestDatabase.asOwner(TestDatabase.url());
        var statement = connection.createStatement()) {
      statement.execute(command);
    }
  }
}
