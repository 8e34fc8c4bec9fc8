package vn.ansinh.notifications;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.accounts.Channel;
import vn.ansinh.platform.PersonId;

@Repository
class SilenceStore {

  private final JdbcClient sql;

  SilenceStore(JdbcClient sql) {
    this.sql = sql;
  }

  Set<TopicChannel> of(PersonId person) {
    return sql.sql("select topic, channel from notifications.silence where person_id = :person")
        .param("person", person.value())
        .query(
            (row, _) ->
                new TopicChannel(
                    Topic.valueOf(row.getString("topic")),
                    Channel.valueOf(row.getString("channel"))))
        .set();
  }

  void replace(PersonId person, Collection<TopicChannel> unwanted, Instant now) {
    sql.sql("delete from notifications.silence where person_id = :person")
        .param("person", person.value())
        .update();
    sql.sql(
            """
            insert into notifications.silence (person_id, topic, channel, chosen_at)
            select :person, t, c, :now
            from unnest(cast(:topics as text[]), cast(:channels as text[])) as u (t, c)
            on conflict do nothing
            """)
        .param("person", person.value())
        .param("topics", unwanted.stream().map(it -> it.topic().name()).toArray(String[]::new))
        .param("channels", unwanted.stream().map(it -> it.channel().name()).toArray(String[]::new))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
