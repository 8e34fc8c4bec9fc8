package vn.ansinh.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What returned mail does to messages, and whose turn it is to read it. */
@Repository
class BounceStore {

  private final JdbcClient sql;

  BounceStore(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Also a message that is still waiting, as far as we know: an earlier try of it has left, and a
   * further one would come back as well.
   *
   * @return empty when the message is at its end already or forgotten
   */
  Optional<Delivery> fail(UUID message, String problem, Instant at) {
    return sql.sql(
            """
            update notifications.message
            set state = 'FAILED', closed_at = greatest(:at, queued_at), problem = :problem, content = null,
              recipient = null
            where id = :message and channel = 'EMAIL' and state in ('QUEUED', 'SENDING', 'HANDED_OVER')
            returning id, kind, channel, subject_id, person_id, recipient_masked, state, attempts, queued_at,
              next_attempt_at, handed_over_at, delayed_at, closed_at, problem
            """)
        .param("message", message)
        .param("problem", problem)
        .param("at", at(at))
        .query((row, number) -> DeliveryStore.delivery(row))
        .optional();
  }

  /**
   * @return false when this or a later delay is known, or the message at its end
   */
  boolean delay(UUID message, Instant at) {
    return sql.sql(
                """
                update notifications.message
                set delayed_at = greatest(:at, queued_at)
                where id = :message and channel = 'EMAIL' and state in ('QUEUED', 'SENDING', 'HANDED_OVER')
                  and (delayed_at is null or delayed_at < :at)
                """)
            .param("message", message)
            .param("at", at(at))
            .update()
        == 1;
  }

  /**
   * For one of all that ask at the same time, when it is due.
   *
   * @param leaseUntil from then on somebody else may
   */
  boolean begin(UUID holder, Instant now, Instant leaseUntil) {
    return sql.sql(
                """
                update notifications.bounce_reading
                set holder = :holder, due_at = :leaseUntil
                where id = 1 and due_at <= :now
                """)
            .param("holder", holder)
            .param("now", at(now))
            .param("leaseUntil", at(leaseUntil))
            .update()
        == 1;
  }

  /**
   * Nothing if the lease is somebody else's by now.
   *
   * @param problem code of what went wrong, if anything
   * @param backlog what lies in the mailbox; absent when that could not be seen
   */
  void end(
      UUID holder,
      Instant now,
      Instant dueAt,
      @Nullable String problem,
      BounceMailbox.@Nullable Backlog backlog) {
    sql.sql(
            """
            update notifications.bounce_reading
            set holder = null, due_at = :dueAt, problem = :problem,
              read_at = case when cast(:problem as text) is null then :now else read_at end,
              waiting = coalesce(:waiting, waiting), left_over = coalesce(:left, left_over)
            where id = 1 and holder = :holder
            """)
        .param("holder", holder)
        .param("now", at(now))
        .param("dueAt", at(dueAt))
        .param("problem", problem)
        .param("waiting", backlog == null ? null : backlog.waiting())
        .param("left", backlog == null ? null : backlog.left())
        .update();
  }

  Reading reading() {
    return sql.sql(
            """
            select read_at, problem, waiting, left_over from notifications.bounce_reading
            where id = 1
            """)
        .query(
            (row, number) ->
                new Reading(
                    moment(row),
                    row.getString("problem"),
                    row.getObject("waiting", Integer.class),
                    row.getObject("left_over", Integer.class)))
        .single();
  }

  /** Among the latest messages, however many there are altogether: ids are in order of time. */
  Share share() {
    return sql.sql(
            """
            select count(*) filter (where handed_over_at is not null) as mails,
              count(*) filter (where state = 'FAILED' and problem like 'BOUNCE\\_%') as returned
            from (
              select channel, state, handed_over_at, problem
              from notifications.message
              order by id desc
              limit 5000) latest
            where channel = 'EMAIL'
            """)
        .query((row, number) -> new Share(row.getLong("mails"), row.getLong("returned")))
        .single();
  }

  /**
   * The last reading of the mailbox.
   *
   * @param waiting mails it left unread; absent before the first reading
   * @param left mails flagged for a person
   */
  record Reading(
      @Nullable Instant at,
      @Nullable String problem,
      @Nullable Integer waiting,
      @Nullable Integer left) {}

  /** E-mails handed over lately, and how many of them came back. */
  record Share(long mails, long returned) {}

  private static @Nullable Instant moment(ResultSet row) throws SQLException {
    var moment = row.getObject("read_at", OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
