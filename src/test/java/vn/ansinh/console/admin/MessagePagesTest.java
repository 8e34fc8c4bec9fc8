package vn.ansinh.console.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.ansinh.platform.Ids;
import vn.ansinh.portal.Window;
import vn.ansinh.registration.Applicants;
import vn.ansinh.staff.Role;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.TestStaff;

@ApplicationTest
class MessagePagesTest {

  private static final String LIST = "/console/admin/messages";

  @Autowired MockMvcTester server;
  @Autowired TestStaff staff;
  @Autowired Applicants applicants;
  @Autowired JdbcClient sql;

  @Test
  void the_administrator_sees_what_nobody_received_and_how_long_messages_wait() {
    var message = refused("DECLARATION_RETURNED", declaration());

    assertThat(signedIn(Role.ADMINISTRATOR).open(LIST))
        .hasStatusOk()
        .bodyText()
        .contains("Thư và tin nhắn", "0352 153 ***", "SMPP_B", message.toString())
        .contains("không gửi được", "Yêu cầu bổ sung")
        .contains("Thư bị trả lại", "ANSINH_BOUNCES_HOST");
  }

  @Test
  void nobody_else_does() {
    assertThat(signedIn(Role.REVIEWER).open(LIST)).hasStatus4xxClientError();
    assertThat(new Window(server).open(LIST)).hasStatus(303);
  }

  @Test
  void a_refused_notice_is_written_again_or_sent_the_other_way() {
    var declaration = declaration();
    var message = refused("DECLARATION_RETURNED", declaration);
    var window = signedIn(Role.ADMINISTRATOR);
    window.open(LIST);

    assertThat(window.send(LIST + "/" + message + "/repetition", "channel", "EMAIL"))
        .hasStatus(303)
        .hasHeader("Location", LIST + "?done=sent");
    assertThat(count(declaration, "EMAIL")).isPositive();
    assertThat(audited(declaration)).isPositive();
    assertThat(window.send(LIST + "/" + UUID.randomUUID() + "/repetition"))
        .hasHeader("Location", LIST + "?done=gone");
    assertThat(window.open(LIST + "?done=gone")).hasStatusOk();
  }

  @Test
  void a_secret_is_not_sent_again() {
    var message = refused("FIRST_PASSWORD", Ids.next());

    assertThat(signedIn(Role.ADMINISTRATOR).send(LIST + "/" + message + "/repetition"))
        .hasHeader("Location", LIST + "?done=secret");
  }

  @Test
  void a_message_is_taken_off_the_list_once() {
    var message = refused("REMINDER", declaration());
    var window = signedIn(Role.ADMINISTRATOR);

    assertThat(window.send(LIST + "/" + message + "/dismissal"))
        .hasHeader("Location", LIST + "?done=dismissed");
    assertThat(window.send(LIST + "/" + message + "/dismissal"))
        .hasHeader("Location", LIST + "?done=gone");
  }

  @Test
  void no_page_number_breaks_the_page() {
    var window = signedIn(Role.ADMINISTRATOR);
    for (var page : new String[] {"-1", "7", "2147483647"}) {
      assertThat(window.open(LIST + "?page=" + page)).hasStatusOk();
    }
  }

  private UUID declaration() {
    return applicants.submitted(Applicants.stranger()).id().value();
  }

  /** As the operator's refusal leaves it. */
  private UUID refused(String kind, UUID subject) {
    var id = Ids.next();
    sql.sql(
            """
            insert into notifications.message
              (id, kind, channel, subject_id, language, recipient_masked, is_secret, state, attempts,
               next_attempt_at, queued_at, closed_at, problem)
            values (:id, :kind, 'SMS', :subject, 'vi', '0352 153 ***', :secret, 'FAILED', 1, now(), now(), now(),
              'SMPP_B')
            """)
        .param("id", id)
        .param("kind", kind)
        .param("subject", subject)
        .param("secret", kind.equals("FIRST_PASSWORD"))
        .update();
    return id;
  }

  private long count(UUID subject, String channel) {
    return sql.sql(
            """
            select count(*) from notifications.message
            where subject_id = :subject and channel = :channel and kind = 'DECLARATION_RETURNED'
            """)
        .param("subject", subject)
        .param("channel", channel)
        .query(Long.class)
        .single();
  }

  private long audited(UUID declaration) {
    return sql.sql(
            """
            select count(*) from audit.entry
            where action = 'MESSAGE_RESENT' and subject_id in (
              select cast(id as text) from notifications.message where subject_id = :subject)
            """)
        .param("subject", declaration)
        .query(Long.class)
        .single();
  }

  private Window signedIn(Role role) {
    var window = new Window(server);
    var officer = staff.enrolledOfficer(staff.provincialOffice(), role);
    window.cookies().put("desk", staff.session(officer));
    return window;
  }
}
