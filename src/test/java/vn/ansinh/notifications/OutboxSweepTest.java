package vn.ansinh.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class OutboxSweepTest {

  @Autowired OutboxSweep outbox;
  @Autowired JdbcClient sql;

  @Test
  void old_receipts_and_what_dead_messages_said_are_forgotten() {
    var old = receipt("400 days");
    var recent = receipt("1 minute");
    var dead = deadMessage();
    outbox.sweep();
    assertThat(receipts(old)).isZero();
    assertThat(receipts(recent)).isOne();
    assertThat(
            sql.sql(
                    "select count(*) from notifications.message where id = :id and content is not null")
                .param("id", dead)
                .query(Long.class)
                .single())
        .isZero();
  }

  private String receipt(String age) {
    var id = "sweep-" + UUID.randomUUID();
    sql.sql(
            """
            insert into notifications.receipt (provider_id, outcome, received_at)
            values (:id, 'DELIVERED', now() - cast(:age as interval))
            """)
        .param("id", id)
        .param("age", age)
        .update();
    return id;
  }

  private UUID deadMessage() {
    var id = UUID.randomUUID();
    sql.sql(
            """
            insert into notifications.message
              (id, kind, channel, subject_id, language, recipient, recipient_masked, content,
               is_secret, state, attempts, next_attempt_at, queued_at)
            values (:id, 'REMINDER', 'EMAIL', :id, 'vi', '\\x00', 'a***', '\\x00',
               false, 'DEAD', 9, now(), now() - interval '400 days')
            """)
        .param("id", id)
        .update();
    return id;
  }

  private long receipts(String id) {
    return sql.sql("select count(*) from notifications.receipt where provider_id = :id")
        .param("id", id)
        .query(Long.class)
        .single();
  }
}
