package vn.ansinh.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

/**
 * Devices on which a person has signed in. Being known opens nothing; it only keeps the mistakes
 * others make elsewhere from locking this device out.
 */
@Repository
class KnownDeviceStore {

  private static final String PURPOSE = "known-device";
  private static final int SHORTEST = 22;
  private static final int LONGEST = 64;
  private static final Duration KEPT = Duration.ofDays(400);
  private static final int MOST = 10;

  private final JdbcClient sql;
  private final DeviceTraces traces;
  private final Secrets secrets;
  private final Clock clock;

  KnownDeviceStore(JdbcClient sql, DeviceTraces traces, Secrets secrets, Clock clock) {
    this.sql = sql;
    this.traces = traces;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** One statement for whoever shows a secret, whether such a person exists or not. */
  boolean knows(PersonId person, Device device) {
    return isSecret(device)
        && sql.sql(
                """
                select exists (
                  select 1 from accounts.known_device
                  where person_id = :person and secret_hash = :hash)
                """)
            .param("person", person.value())
            .param("hash", hash(person, device.secret()))
            .query(Boolean.class)
            .single();
  }

  /**
   * The secret to be shown next time: the one the device has, since several people may share it.
   */
  String remember(PersonId person, Device device, SignedInBy by) {
    var secret = isSecret(device) ? String.valueOf(device.secret()) : Secrets.token(24);
    var hash = hash(person, secret);
    var seen =
        new MapSqlParameterSource()
            .addValue("person", person.value())
            .addValue("hash", hash)
            .addValue("network", traces.network(person, device))
            .addValue("place", traces.place(person, hash, device))
            .addValue("id", Ids.next())
            .addValue("name", device.name())
            .addValue("means", by.means().name())
            .addValue("provider", by.provider(), Types.VARCHAR)
            .addValue("level", by.level(), Types.INTEGER)
            .addValue("now", clock.instant().atOffset(ZoneOffset.UTC));
    if (!seeAgain(seen)) {
      add(seen);
    }
    return secret;
  }

  private boolean seeAgain(MapSqlParameterSource seen) {
    return sql.sql(
                """
                update accounts.known_device
                set last_used_at = :now, name = :name, network_hash = :network, place = :place,
                  signed_in_by = :means, provider = :provider, level = :level
                where person_id = :person and secret_hash = :hash
                """)
            .paramSource(seen)
            .update()
        == 1;
  }

  private void add(MapSqlParameterSource seen) {
    sql.sql(
            """
            insert into accounts.known_device
              (person_id, secret_hash, id, name, first_used_at, last_used_at, network_hash, place,
                signed_in_by, provider, level)
            values (:person, :hash, :id, :name, :now, :now, :network, :place,
              :means, :provider, :level)
            on conflict (person_id, secret_hash) do update
              set last_used_at = excluded.last_used_at, name = excluded.name,
                network_hash = excluded.network_hash, place = excluded.place,
                signed_in_by = excluded.signed_in_by, provider = excluded.provider,
                level = excluded.level
            """)
        .paramSource(seen)
        .update();
    sql.sql(
            """
            delete from accounts.known_device
            where person_id = :person and secret_hash not in (
              select secret_hash from accounts.known_device where person_id = :person
              order by last_used_at desc limit :most)
            """)
        .param("person", seen.getValue("person"))
        .param("most", MOST)
        .update();
  }

  void signedInBy(PersonId person, byte[] hash, SignedInBy by) {
    sql.sql(
            """
            update accounts.known_device
            set signed_in_by = :means, provider = :provider, level = :level
            where person_id = :person and secret_hash = :hash
            """)
        .param("person", person.value())
        .param("hash", hash)
        .param("means", by.means().name())
        .param("provider", by.provider())
        .param("level", by.level())
        .update();
  }

  /** Newest first; the session's device tells where the person is signed in. */
  List<KnownDevice> list(PersonId person, Device device) {
    return sql.sql(
            """
            select d.id, d.name, d.first_used_at, d.last_used_at, d.secret_hash, d.network_hash,
              d.place, d.signed_in_by, d.provider, d.level, d.secret_hash = :here as here,
              exists (
                select 1 from accounts.session s
                where s.person_id = d.person_id and s.ended_at is null
                  and s.device_hash = d.secret_hash) as signed_in
            from accounts.known_device d
            where d.person_id = :person
            order by d.last_used_at desc, d.id
            """)
        .param("person", person.value())
        .param("here", hashOf(person, device).orElseGet(() -> new byte[0]))
        .query(
            (row, _) ->
                new KnownDevice(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getObject("first_used_at", OffsetDateTime.class).toInstant(),
                    row.getObject("last_used_at", OffsetDateTime.class).toInstant(),
                    traces
                        .place(person, row.getBytes("secret_hash"), row.getBytes("place"))
                        .orElse(null),
                    traces.nearness(person, row.getBytes("network_hash"), device),
                    by(row),
                    row.getBoolean("signed_in"),
                    row.getBoolean("here")))
        .list();
  }

  private static @Nullable SignedInBy by(ResultSet row) throws SQLException {
    var means = row.getString("signed_in_by");
    return means == null
        ? null
        : new SignedInBy(
            SignedInBy.Means.valueOf(means),
            row.getString("provider"),
            row.getObject("level", Integer.class));
  }

  boolean forget(PersonId person, UUID id) {
    return sql.sql("delete from accounts.known_device where person_id = :person and id = :id")
            .param("person", person.value())
            .param("id", id)
            .update()
        == 1;
  }

  void forgetAll(PersonId person) {
    sql.sql("delete from accounts.known_device where person_id = :person")
        .param("person", person.value())
        .update();
  }

  /** Of a device that has shown a secret, known or not. */
  Optional<byte[]> hashOf(PersonId person, Device device) {
    return isSecret(device) ? Optional.of(hash(person, device.secret())) : Optional.empty();
  }

  @Scheduled(fixedDelayString = "PT12H", initialDelayString = "PT13M")
  void sweep() {
    sql.sql("delete from accounts.known_device where last_used_at < :moment")
        .param("moment", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
  }

  private static boolean isSecret(Device device) {
    var secret = device.secret();
    return secret != null && secret.length() >= SHORTEST && secret.length() <= LONGEST;
  }

  byte[] hash(PersonId person, @Nullable String secret) {
    return secrets.hash(PURPOSE, person.value() + "|" + secret);
  }
}
