package vn.ansinh.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
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
  private final Secrets secrets;
  private final Clock clock;

  KnownDeviceStore(JdbcClient sql, Secrets secrets, Clock clock) {
    this.sql = sql;
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
  String remember(PersonId person, Device device) {
    var secret = isSecret(device) ? String.valueOf(device.secret()) : Secrets.token(24);
    sql.sql(
            """
            insert into accounts.known_device (person_id, secret_hash, last_used_at)
            values (:person, :hash, :now)
            on conflict (person_id, secret_hash) do update set last_used_at = excluded.last_used_at
            """)
        .param("person", person.value())
        .param("hash", hash(person, secret))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    sql.sql(
            """
            delete from accounts.known_device
            where person_id = :person and secret_hash not in (
              select secret_hash from accounts.known_device where person_id = :person
              order by last_used_at desc limit :most)
            """)
        .param("person", person.value())
        .param("most", MOST)
        .update();
    return secret;
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

  private byte[] hash(PersonId person, @org.jspecify.annotations.Nullable String secret) {
    return secrets.hash(PURPOSE, person.value() + "|" + secret);
  }
}
