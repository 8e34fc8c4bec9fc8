package vn.ansinh.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.accounts.Channel;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

/** The queue as its senders use it; {@link DeliveryStore} reads the same rows for people. */
@Repository
class MessageStore {

  private final JdbcClient sql;
  private final Secrets secrets;
  private final JsonMapper json;

  MessageStore(JdbcClient sql, Secrets secrets, JsonMapper json) {
    this.sql = sql;
    this.secrets = secrets;
    this.json = json;
  }

  void insert(Outgoing message, Channel channel, String masked, Instant now) {
    sql.sql(
            """
            insert into notifications.message
              (id, kind, channel, subject_id, person_id, language, recipient, recipient_masked, content,
               is_secret, state, attempts, next_attempt_at, queued_at, expires_at)
            values
              (:id, :kind, :channel, :subject, :person, :language, :recipient, :masked, :content,
               :secret, 'QUEUED', 0, :now, :now, :expiresAt)
            """)
        .param("id", message.id())
        .param("kind", message.kind().name())
        .param("channel", channel.name())
        .param("subject", message.subjectId())
        .param("person", message.person() == null ? null : message.person().value())
        .param("language", message.language().getLanguage())
        .param("recipient", secrets.seal(message.recipient(), context("recipient", message.id())))
        .param("masked", masked)
        .param(
            "content",
            secrets.seal(
                json.writeValueAsBytes(message.content()), context("content", message.id())))
        .param("secret", message.kind().isSecret())
        .param("now", at(now))
        .param("expiresAt", message.expiresAt() == null ? null : at(message.expiresAt()))
        .update();
  }

  /**
   * Takes the messages that are due under a lease: secrets first, because codes run out. Any number
   * of senders may call this at once, none gets a message another one holds.
   */
  List<Outgoing> claim(Channel channel, int limit, Instant now, Instant leaseUntil) {
    return sql.sql(
            """
            with due as materialized (
              select id from notifications.message
              where channel = :channel and state in ('QUEUED', 'SENDING') and next_attempt_at <= :now
                and (expires_at is null or expires_at > :now)
              order by is_secret desc, next_attempt_at
              limit :limit
              for update skip locked)
            update notifications.message as held
            set state = 'SENDING', attempts = attempts + 1, next_attempt_at = :leaseUntil
            from due
            where held.id = due.id
            returning held.id, kind, subject_id, person_id, language, attempts, recipient, content, expires_at
            """)
        .param("channel", channel.name())
        .param("limit", limit)
        .param("now", at(now))
        .param("leaseUntil", at(leaseUntil))
        .query((row, number) -> outgoing(row))
        .list();
  }

  /** What has run out while nobody holds it. */
  List<Delivery> expire(Channel channel, Instant now) {
    return sql.sql(
            """
            update notifications.message
            set state = 'EXPIRED', closed_at = :now, content = null, recipient = null
            where id in (
              select id from notifications.message
              where channel = :channel and expires_at <= :now
                and (state = 'QUEUED' or state = 'SENDING' and next_attempt_at <= :now)
              for update skip locked)
            returning id, kind, channel, subject_id, person_id, recipient_masked, state, attempts, queued_at,
              next_attempt_at, handed_over_at, delayed_at, closed_at, problem
            """)
        .param("channel", channel.name())
        .param("now", at(now))
        .query((row, number) -> DeliveryStore.delivery(row))
        .list();
  }

  /**
   * Also for a sender whose lease ran out: the message has left, so nobody else need try.
   *
   * @param providerIds by message, for those that have one
   * @return the messages this was news about
   */
  Set<UUID> handedOver(List<UUID> messages, Map<UUID, String> providerIds, Instant now) {
    return new HashSet<>(
        sql.sql(
                """
                update notifications.message m
                set state = 'HANDED_OVER', handed_over_at = :now, problem = null, content = null,
                  recipient = null, provider_id = nullif(sent.provider_id, '')
                from unnest(cast(:ids as uuid[]), cast(:providerIds as text[])) as sent (id, provider_id)
                where m.id = sent.id and m.state in ('SENDING', 'QUEUED')
                returning m.id
                """)
            .param("ids", messages.stream().map(UUID::toString).toArray(String[]::new))
            .param(
                "providerIds",
                messages.stream()
                    .map(it -> providerIds.getOrDefault(it, ""))
                    .toArray(String[]::new))
            .param("now", at(now))
            .query(UUID.class)
            .list());
  }

  /** Back into the queue; with {@code counts} false as if it had not been tried. */
  void putBack(Outgoing message, boolean counts, String problem, Instant nextAttempt) {
    sql.sql(
            """
            update notifications.message
            set state = 'QUEUED', attempts = attempts - :refund, problem = :problem,
              next_attempt_at = :nextAttempt
            where id = :id and state = 'SENDING' and attempts = :attempt
            """)
        .param("id", message.id())
        .param("attempt", message.attempt())
        .param("refund", counts ? 0 : 1)
        .param("problem", problem)
        .param("nextAttempt", at(nextAttempt))
        .update();
  }

  /** Only a dead message that is no secret keeps its content, so that it can be tried again. */
  boolean close(Outgoing message, DeliveryState state, @Nullable String problem, Instant now) {
    var keeps = state == DeliveryState.DEAD && !message.kind().isSecret();
    return sql.sql(
                """
                update notifications.message
                set state = :state, closed_at = :now, problem = coalesce(:problem, problem),
                  content = case when :keeps then content end,
                  recipient = case when :keeps then recipient end
                where id = :id and state = 'SENDING' and attempts = :attempt
                """)
            .param("id", message.id())
            .param("attempt", message.attempt())
            .param("state", state.name())
            .param("problem", problem)
            .param("keeps", keeps)
            .param("now", at(now))
            .update()
        == 1;
  }

  private Outgoing outgoing(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var person = Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new);
    var expiresAt = Optional.ofNullable(row.getObject("expires_at", OffsetDateTime.class));
    return new Outgoing(
        id,
        MessageKind.valueOf(row.getString("kind")),
        row.getObject("subject_id", UUID.class),
        person.orElse(null),
        Locale.of(row.getString("language")),
        row.getInt("attempts"),
        secrets.openText(row.getBytes("recipient"), context("recipient", id)),
        json.readValue(
            secrets.open(row.getBytes("content"), context("content", id)), Content.class),
        expiresAt.map(OffsetDateTime::toInstant).orElse(null));
  }

  private static String context(String column, UUID id) {
    return "notifications.message." + column + "." + id;
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
