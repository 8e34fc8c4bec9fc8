package vn.ansinh.portal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.datarights.Downloads;
import vn.ansinh.datarights.TakenData;
import vn.ansinh.notifications.MessageKind;
import vn.ansinh.people.People;
import vn.ansinh.portal.Window;
import vn.ansinh.support.LetterBoxTest;

@LetterBoxTest
class NoticesPagesTest {

  static final String OWN = "chieu mua ben song";
  static final String PATH = "/home/notices";
  private static final Pattern OPENING =
      Pattern.compile("action=\"(" + PATH + "/[^\"]+/opening[^\"]*)\"");

  @Autowired MockMvcTester server;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired Downloads downloads;
  Window window;
  Somebody lan;

  @BeforeEach
  void somebody_signed_in() {
    window = new Window(server);
    lan = Somebody.withAccount(people, accounts);
    var first = letterBox.firstPassword(lan.id());
    window.send("/sign-in", "userName", lan.number(), "password", first);
    window.send("/first-password", "password", OWN, "repeated", OWN);
  }

  @Test
  void the_header_of_every_page_says_how_many_are_unread() {
    assertThat(text("/home")).contains("href=\"" + PATH + "\"").doesNotContain("chưa đọc");
    TakenData.of(downloads, lan.id());
    TakenData.of(downloads, lan.id());
    assertThat(text("/home/settings")).contains("2 thông báo chưa đọc");
    assertThat(text("/help")).contains("2 thông báo chưa đọc");
    assertThat(
            new String(
                new Window(server).open("/help").getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8))
        .doesNotContain(PATH);
  }

  @Test
  void opening_one_reads_it_and_leads_to_what_it_is_about() {
    assertThat(text(PATH)).contains("Bạn chưa có thông báo nào");
    TakenData.of(downloads, lan.id());
    var opening = OPENING.matcher(text(PATH));
    assertThat(opening.find()).isTrue();
    assertThat(window.send(opening.group(1).replace("&amp;", "&")))
        .hasRedirectedUrl("/home/data/looks");
    assertThat(text(PATH)).contains("vừa được tải về").doesNotContain("chưa đọc", ">Mới<");
  }

  /** The last message about a closed account has nobody to lead. */
  @Test
  void every_kind_that_is_kept_leads_to_a_page_there_is() {
    for (var kind : MessageKind.values()) {
      if (kind.topic().isPresent() && kind != MessageKind.ACCOUNT_CLOSED) {
        var opening = PATH + "/" + UUID.randomUUID() + "/opening?kind=" + kind.key();
        var to = window.send(opening).getResponse().getHeader("Location");
        assertThat(to).as(kind.name()).isNotEqualTo("/home");
        assertThat(window.open(to)).as(kind.name()).hasStatusOk();
      }
    }
  }

  @Test
  void all_are_read_at_once() {
    TakenData.of(downloads, lan.id());
    TakenData.of(downloads, lan.id());
    assertThat(text(PATH)).contains("Đánh dấu tất cả đã đọc");
    assertThat(window.send(PATH + "/reading")).hasRedirectedUrl(PATH);
    assertThat(text(PATH)).doesNotContain("Đánh dấu tất cả đã đọc", "chưa đọc");
  }

  @Test
  void channels_are_chosen_for_each_topic_but_security() {
    assertThat(text("/home/settings")).contains("href=\"" + PATH + "\"");
    var before = text(PATH + "/channels");
    assertThat(before)
        .contains("Không tắt được", "name=\"FAMILY-SMS\" value=\"true\" checked")
        .doesNotContain("name=\"SECURITY");
    assertThat(window.send(PATH + "/channels", "FAMILY-EMAIL", "true", "REQUEST-SMS", "true"))
        .hasRedirectedUrl(PATH + "/channels?notice=saved");
    assertThat(text(PATH + "/channels?notice=saved"))
        .contains("Đã lưu", "name=\"FAMILY-EMAIL\" value=\"true\" checked")
        .doesNotContain("name=\"FAMILY-SMS\" value=\"true\" checked")
        .doesNotContain("name=\"REMINDER-EMAIL\" value=\"true\" checked");
  }

  private String text(String path) {
    return new String(
        window.open(path).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
