package vn.ansinh.portal.mydata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
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
  @Autowired TransactionTemplate transaction;
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
        .contains("Mật khẩu không đúng. Bạn còn 4 lần thử.", "value=\"json\" checked")
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
  void a_session_that_ends_while_the_password_is_shown_takes_nothing_along() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var taking =
          transaction.execute(
              _ -> {
                sql.sql("select person_id from accounts.account where person_id = :id for update")
                    .param("id", lan.id().value())
                    .query(UUID.class)
                    .single();
                var waiting = threads.submit(() -> window.send(PATH, "form", "json", "inUse", OWN));
                await().until(() -> waiting.isDone() || somebodyWaits());
                sql.sql("update accounts.account set frozen_at = now() where person_id = :id")
                    .param("id", lan.id().value())
                    .update();
                return waiting;
              });
      assertThat(taking.get())
          .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
          .bodyText()
          .contains("tài khoản vừa thay đổi")
          .doesNotContain(lan.phone());
    }
  }

  private boolean somebodyWaits() {
    return sql.sql("select exists (select from pg_stat_activity where wait_event_type = 'Lock')")
        .query(Boolean.class)
        .single();
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
