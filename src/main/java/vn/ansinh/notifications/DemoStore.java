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

@Repository
class DemoStore {

  private final JdbcClient sql;

  DemoStore(JdbcClient sql) {
    this.sql = sql;
  }

  /** A repetition of a message is the same message. */
  void insert(
      Outgoing message, Channel channel, Content.@Nullable Enclosure enclosure, Instant now) {
    var content = message.content();
    sql.sql(
            """
            insert into notifications.demo_message
              (id, channel, kind, recipient, title, body, enclosure, subject_id, sent_at)
            values (:id, :channel, :kind, :recipient, :title, :body, :enclosure, :subject, :now)
            on conflict (id) do nothing
            """)
        .param("id", message.id())
        .param("channel", channel.name())
        .param("kind", message.kind().name())
        .param("recipient", message.recipient())
        .param("title", content.title())
        .param("body", content.text())
        .param("enclosure", enclosure == null ? null : enclosure.name())
        .param("subject", message.subjectId())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<DemoMessage> newest(String recipient, int limit) {
    return sql.sql(
            """
            select id, channel, kind, recipient, title, body, enclosure, subject_id, sent_at
            from notifications.demo_message
            where position(:recipient in recipient) > 0
            order by sent_at desc, id desc
            limit :limit
            """)
        .param("recipient", recipient)
        .param("limit", limit)
        .query((row, number) -> message(row))
        .list();
  }

  Optional<DemoMessage> find(UUID id) {
    return sql.sql(
            """
            select id, channel, kind, recipient, title, body, enclosure, subject_id, sent_at
            from notifications.demo_message
            where id = :id
            """)
        .param("id", id)
        .query((row, number) -> message(row))
        .optional();
  }

  private static DemoMessage message(ResultSet row) throws SQLException {
    return new DemoMessage(
        row.getObject("id", UUID.class),
        Channel.valueOf(row.getString("channel")),
        MessageKind.valueOf(row.getString("kind")),
        row.getString("recipient"),
        row.getString("title"),
        row.getString("body"),
        row.getString("enclosure") != null,
        row.getObject("subject_id", UUID.class),
        row.getObject("sent_at", OffsetDateTime.class).toInstant());
  }
}
