package vn.ansinh.portal.mydata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.datarights.Downloads;
import vn.ansinh.people.People;
import vn.ansinh.portal.Window;
import vn.ansinh.support.LetterBoxTest;

@LetterBoxTest
class DownloadPagesTest {

  static final String OWN = "chieu mua ben song";
  static final String PATH = "/home/data/download";

  @Autowired MockMvcTester server;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired SentSecrets letterBox;
  @Autowired JdbcClient sql;
  @Autowired JsonMapper json;
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
  void the_data_are_handed_over_for_the_password_as_a_file_nobody_keeps() throws Exception {
    var answer = window.send(PATH, "form", "json", "inUse", OWN);
    assertThat(answer)
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store")
        .hasContentType("application/json");
    assertThat(answer.getResponse().getHeader("Content-Disposition"))
        .startsWith("attachment;")
        .contains("du-lieu-cua-toi-", ".json")
        .doesNotContain(lan.number());
    assertThat(json.readTree(answer.getResponse().getContentAsByteArray()).toString())
        .contains(lan.number(), lan.phone(), lan.email());

    var paper = window.send(PATH, "form", "pdf", "inUse", OWN);
    assertThat(paper).hasStatusOk().hasContentType("application/pdf");
    assertThat(paper.getResponse().getContentAsByteArray()).startsWith("%PDF-".getBytes());
  }

  @Test
  void without_the_right_password_nothing_is_handed_over_and_nothing_is_told() {
    assertThat(window.send(PATH, "form", "json", "inUse", "mot mat khau khac"))
        .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
        .bodyText()
        .contains("Chưa có dữ liệu nào được tải", "value=\"json\" checked")
        .doesNotContain(lan.number());
    assertThat(
            sql.sql(
                    """
                    select count(*) from audit.entry
                    where person_id = :person and action = 'DATA_DOWNLOADED'
                    """)
                .param("person", lan.id().value())
                .query(Long.class)
                .single())
        .isZero();
    assertThat(new Window(server).send(PATH, "form", "json", "inUse", OWN))
        .hasRedirectedUrl("/sign-in");
  }

  @Test
  void whoever_has_had_enough_for_a_day_is_told_when_to_come_again() {
    for (int i = 0; i < Downloads.MOST; i++) {
      assertThat(window.send(PATH, "form", "json", "inUse", OWN)).hasStatusOk();
    }
    assertThat(window.send(PATH, "form", "pdf", "inUse", OWN))
        .hasStatus(HttpStatus.TOO_MANY_REQUESTS)
        .bodyText()
        .contains("Bạn có thể tải lại từ");
  }

  @Test
  void my_data_leads_there() {
    assertThat(window.open("/home/data")).bodyText().contains("href=\"/home/data/download\"");
    assertThat(window.open(PATH)).hasStatusOk().bodyText().contains("tối đa 5 lần trong một ngày");
  }
}
