package vn.ansinh.notifications;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReceiptStore {

  private final JdbcClient sql;

  ReceiptStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** The first final word of the operator stands. */
  void insert(String providerId, DeliveryState outcome, @Nullable String problem, Instant now) {
    sql.sql(
            """
            insert into notifications.receipt (provider_id, outcome, problem, received_at)
            values (:providerId, :outcome, :problem, :now)
            on conflict do nothing
            """)
        .param("providerId", providerId)
        .param("outcome", outcome.name())
        .param("problem", problem)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Brings receipt and message together. Called after either was committed, so whichever comes
   * second finds the other.
   */
  List<Delivery> apply(String providerId, Instant now) {
    return sql.sql(
            """
            update notifications.message m
            set state = r.outcome, closed_at = :now, problem = r.problem
            from notifications.receipt r
            where r.provider_id = :providerId and m.provider_id = r.provider_id
              and m.state = 'HANDED_OVER' and m.channel = 'SMS'
            returning m.id, m.kind, m.channel, m.subject_id, m.person_id, m.recipient_masked, m.state,
              m.attempts, m.queued_at, m.next_attempt_at, m.handed_over_at, m.delayed_at, m.closed_at, m.problem
            """)
        .param("providerId", providerId)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, number) -> DeliveryStore.delivery(row))
        .list();
  }

  void deleteBefore(Instant before) {
    sql.sql("delete from notifications.receipt where received_at < :before")
        .param("before", before.atOffset(ZoneOffset.UTC))
        .update();
  }
}
