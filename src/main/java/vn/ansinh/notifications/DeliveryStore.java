package vn.ansinh.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.accounts.Channel;
import vn.ansinh.platform.PersonId;

/** The same rows as people see and tidy them. */
@Repository
class DeliveryStore {

  private final JdbcClient sql;

  DeliveryStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Delivery> of(UUID subject) {
    return sql.sql(
            """
            select id, kind, channel, subject_id, person_id, recipient_masked, state, attempts, queued_at,
              next_attempt_at, handed_over_at, delayed_at, closed_at, problem
            from notifications.message
            where subject_id = :subject
            order by queued_at desc, id desc
            """)
        .param("subject", subject)
        .query((row, number) -> delivery(row))
        .list();
  }

  Optional<Delivery> find(UUID id) {
    return sql.sql(
            """
            select id, kind, channel, subject_id, person_id, recipient_masked, state, attempts, queued_at,
              next_attempt_at, handed_over_at, delayed_at, closed_at, problem
            from notifications.message
            where id = :id
            """)
        .param("id", id)
        .query((row, number) -> delivery(row))
        .optional();
  }

  /** So that two who ask for the same repetition come one after the other. */
  Optional<Delivery> lock(UUID id) {
    return sql.sql(
            """
            select id, kind, channel, subject_id, person_id, recipient_masked, state, attempts, queued_at,
              next_attempt_at, handed_over_at, delayed_at, closed_at, problem
            from notifications.message
            where id = :id
            for update
            """)
        .param("id", id)
        .query((row, number) -> delivery(row))
        .optional();
  }

  List<Delivery> undeliverable(int limit, int offset) {
    return sql.sql(
            """
            select id, kind, channel, subject_id, person_id, recipient_masked, state, attempts, queued_at,
              next_attempt_at, handed_over_at, delayed_at, closed_at, problem
            from notifications.message
            where state in ('FAILED', 'DEAD')
            order by queued_at desc, id desc
            limit :limit offset :offset
            """)
        .param("limit", limit)
        .param("offset", offset)
        .query((row, number) -> delivery(row))
        .list();
  }

  long countUndeliverable() {
    return sql.sql("select count(*) from notifications.message where state in ('FAILED', 'DEAD')")
        .query(Long.class)
        .single();
  }

  /** How many wait, and since when the oldest does. */
  Waiting waiting(Channel channel) {
    return sql.sql(
            """
            select count(*) as messages, min(queued_at) as oldest
            from notifications.message
            where channel = :channel and state in ('QUEUED', 'SENDING')
            """)
        .param("channel", channel.name())
        .query((row, number) -> new Waiting(row.getLong("messages"), moment(row, "oldest")))
        .single();
  }

  boolean delete(UUID id) {
    return sql.sql(
                "delete from notifications.message where id = :id and state in ('FAILED', 'DEAD')")
            .param("id", id)
            .update()
        == 1;
  }

  /** A dead message starts over under the same id. */
  boolean revive(UUID id, Instant now) {
    return sql.sql(
                """
                update notifications.message
                set state = 'QUEUED', attempts = 0, next_attempt_at = :now, closed_at = null, delayed_at = null
                where id = :id and state = 'DEAD' and content is not null
                """)
            .param("id", id)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Of a subject whose data are erased; what has not left yet is let go first. */
  void deleteClosed(UUID subject) {
    sql.sql(
            """
            delete from notifications.message
            where subject_id = :subject and state not in ('QUEUED', 'SENDING')
            """)
        .param("subject", subject)
        .update();
  }

  /** Forgets what dead messages said and messages altogether. */
  void sweep(Instant contentBefore, Instant messagesBefore) {
    sql.sql(
            """
            update notifications.message set content = null, recipient = null
            where state = 'DEAD' and content is not null and queued_at < :before
            """)
        .param("before", contentBefore.atOffset(ZoneOffset.UTC))
        .update();
    sql.sql(
            """
            delete from notifications.message
            where queued_at < :before and state not in ('QUEUED', 'SENDING')
            """)
        .param("before", messagesBefore.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What waits to leave by one channel. */
  record Waiting(long messages, @Nullable Instant oldest) {}

  static Delivery delivery(ResultSet row) throws SQLException {
    var person = Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new);
    return new Delivery(
        row.getObject("id", UUID.class),
        MessageKind.valueOf(row.getString("kind")),
        Channel.valueOf(row.getString("channel")),
        row.getObject("subject_id", UUID.class),
        person.orElse(null),
        row.getString("recipient_masked"),
        DeliveryState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getObject("queued_at", OffsetDateTime.class).toInstant(),
        row.getObject("next_attempt_at", OffsetDateTime.class).toInstant(),
        moment(row, "handed_over_at"),
        moment(row, "delayed_at"),
        moment(row, "closed_at"),
        row.getString("problem"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    var moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
