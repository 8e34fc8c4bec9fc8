package vn.ansinh.portal.mydata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.datarights.Deed;
import vn.ansinh.people.People;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.portal.Window;
import vn.ansinh.support.LetterBoxTest;
import vn.ansinh.web.Texts;

@LetterBoxTest
class TracesPagesTest {

  static final String OWN = "chieu mua ben song";
  private static final Pattern OLDER =
      Pattern.compile("href=\"(/home/data/looks\\?[^\"]*after=[^\"]+)\"");

  @Autowired MockMvcTester server;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired Audit audit;
  @Autowired TransactionTemplate transaction;
  @Autowired Texts texts;
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
  void settings_lead_to_my_data_and_on_to_who_looked() {
    assertThat(text("/home/settings")).contains("href=\"/home/data\"");
    assertThat(text("/home/data")).contains("href=\"/home/data/looks\"");
    assertThat(text("/home/data/looks")).contains("Chưa có ai xem dữ liệu của bạn.");
    assertThat(text("/home/data/looks?show=changes"))
        .contains("Đặt mật khẩu mới", "Chính bạn", "Mở tài khoản của bạn");
    assertThat(new Window(server).open("/home/data/looks")).hasRedirectedUrl("/sign-in");
  }

  @Test
  void each_look_says_what_for_and_as_what_and_names_nobody() {
    var officer = new OfficerId(Ids.next());
    seen(officer, Map.of("purpose", "account-recovery"));
    seen(officer, Map.of("declaration", Ids.next().toString()));
    assertThat(text("/home/data/looks"))
        .contains("để khôi phục tài khoản tại cơ quan BHXH", "để xét một tờ khai")
        .contains("Cán bộ, cơ quan BHXH")
        .doesNotContain(officer.value().toString());
  }

  @Test
  void what_is_older_is_a_page_further() {
    for (int i = 0; i < 21; i++) {
      seen(new OfficerId(Ids.next()), Map.of());
    }
    var older = OLDER.matcher(text("/home/data/looks"));
    assertThat(older.find()).isTrue();
    var address = older.group(1).replace("&amp;", "&");
    assertThat(text(address))
        .contains("Xem thông tin của bạn", "Mới nhất")
        .doesNotContain("Cũ hơn");
    assertThat(window.open("/home/data/looks?at=-999999999-01-01T00:00:00Z&after=" + Ids.next()))
        .hasStatusOk();
  }

  @Test
  void every_deed_has_its_words() {
    for (var deed : Deed.values()) {
      assertThat(texts.find(Texts.VIETNAMESE, "mydata.deed." + deed)).as(deed.name()).isPresent();
    }
  }

  private void seen(OfficerId officer, Map<String, String> details) {
    transaction.executeWithoutResult(
        _ -> audit.record("PERSON_SEEN", Actor.of(officer), Subject.of(lan.id()), details));
  }

  private String text(String path) {
    return new String(
        window.open(path).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
