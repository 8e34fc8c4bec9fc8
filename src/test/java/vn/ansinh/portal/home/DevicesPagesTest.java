package vn.ansinh.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.people.People;
import vn.ansinh.platform.Ids;
import vn.ansinh.portal.Window;
import vn.ansinh.support.LetterBoxTest;

@LetterBoxTest
class DevicesPagesTest {

  static final String OWN = "chieu mua ben song";
  private static final Pattern FORGET =
      Pattern.compile("action=\"(/home/known-devices/[^\"]+/forgetting)\"");

  @Autowired MockMvcTester server;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired JdbcClient sql;
  Window phone;
  Somebody lan;

  @BeforeEach
  void somebody_signed_in_on_a_computer_and_then_on_a_phone() {
    lan = Somebody.withAccount(people, accounts);
    var computer = new Window(server);
    computer.send(
        "/sign-in", "userName", lan.number(), "password", letterBox.firstPassword(lan.id()));
    computer.send("/first-password", "password", OWN, "repeated", OWN);
    phone = new Window(server);
    phone.send("/sign-in", "userName", lan.number(), "password", OWN);
    phone.send("/sign-in/code/sending");
    phone.send("/sign-in/code", "code", letterBox.newestCode(lan.phone()));
  }

  @Test
  void the_device_in_hand_is_named_and_another_one_can_be_forgotten() {
    var page = text("/home/known-devices");
    assertThat(page).containsOnlyOnce("Thiết bị này</strong>");
    var forget = FORGET.matcher(page);
    assertThat(forget.find()).isTrue();
    var address = forget.group(1);
    assertThat(forget.find()).as("the one in hand is not offered").isFalse();

    assertThat(phone.send(address)).hasRedirectedUrl("/home/known-devices?notice=forgotten");
    assertThat(text("/home/known-devices?notice=forgotten"))
        .contains("Đã quên thiết bị")
        .doesNotContainPattern(FORGET);
    assertThat(phone.send(address)).as("a second time").hasRedirectedUrl("/home/known-devices");
  }

  @Test
  void each_says_how_one_signed_in_on_it_last() {
    assertThat(text("/home/known-devices"))
        .containsOnlyOnce("Mật khẩu vừa đặt")
        .containsOnlyOnce("Mật khẩu và mã xác thực")
        .doesNotContain("mức độ");
    sql.sql(
            """
            update accounts.known_device
            set signed_in_by = 'IDENTITY', provider = 'gone', level = 2 where person_id = :person
            """)
        .param("person", lan.id().value())
        .update();
    assertThat(text("/home/known-devices")).contains("gone, mức độ 2");
    sql.sql(
            """
            update accounts.known_device
            set signed_in_by = null, provider = null, level = null where person_id = :person
            """)
        .param("person", lan.id().value())
        .update();
    assertThat(text("/home/known-devices")).doesNotContain("Cách đăng nhập gần nhất");
  }

  @Test
  void each_says_from_where_it_signed_in_last_as_far_as_is_known() {
    assertThat(text("/home/known-devices"))
        .contains(
            "Nơi đăng nhập gần nhất", "Cùng mạng với thiết bị bạn đang dùng", "đoán theo mạng")
        .doesNotContain("127.0.0", "7f0000");
    sql.sql("update accounts.known_device set network_hash = :other where person_id = :person")
        .param("other", new byte[32])
        .param("person", lan.id().value())
        .update();
    assertThat(text("/home/known-devices")).contains("Khác mạng với thiết bị bạn đang dùng");
    sql.sql("update accounts.known_device set network_hash = null where person_id = :person")
        .param("person", lan.id().value())
        .update();
    assertThat(text("/home/known-devices")).contains("Chưa ghi nhận");
  }

  @Test
  void nobody_forgets_devices_of_others() {
    var mine = FORGET.matcher(text("/home/known-devices"));
    assertThat(mine.find()).isTrue();
    var minh = Somebody.withAccount(people, accounts);
    var other = new Window(server);
    other.send(
        "/sign-in", "userName", minh.number(), "password", letterBox.firstPassword(minh.id()));
    other.send("/first-password", "password", OWN, "repeated", OWN);
    assertThat(other.send(mine.group(1))).hasRedirectedUrl("/home/known-devices");
    assertThat(other.send("/home/known-devices/" + Ids.next() + "/forgetting"))
        .hasRedirectedUrl("/home/known-devices");
    assertThat(text("/home/known-devices")).containsPattern(FORGET);
  }

  @Test
  void signing_out_everywhere_leaves_no_device_that_is_let_in_without_a_code() {
    assertThat(phone.send("/home/known-devices/sign-out"))
        .hasRedirectedUrl("/sign-in?notice=signed-out-everywhere");
    assertThat(phone.open("/home")).hasRedirectedUrl("/sign-in");
    assertThat(phone.open("/sign-in?notice=signed-out-everywhere"))
        .bodyText()
        .contains("Bạn đã đăng xuất khỏi mọi thiết bị");
    assertThat(phone.send("/sign-in", "userName", lan.number(), "password", OWN))
        .satisfies(
            it ->
                assertThat(it.getResponse().getRedirectedUrl())
                    .as("a code is asked, or its pause is told")
                    .isNotEqualTo("/home"));
  }

  private String text(String path) {
    return new String(
        phone.open(path).getResponse().getContentAsByteArray(),
        java.nio.charset.StandardCharsets.UTF_8);
  }
}
