package vn.ansinh.staff;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.OfficerId;

@Repository
class DeviceStore {

  private final JdbcClient sql;

  DeviceStore(JdbcClient sql) {
    this.sql = sql;
  }

  boolean knows(byte[] device, String userName, Instant usedSince) {
    return sql.sql(
            """
            select exists (
              select 1 from staff.known_device d
              join staff.officer o on o.id = d.officer_id
              where d.device_hash = :device and o.user_name = :userName and d.last_at > :since)
            """)
        .param("device", device)
        .param("userName", userName)
        .param("since", usedSince.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /** Everybody who signed in with the old cookie of a device is known by the new one. */
  void rename(byte[] old, byte[] device) {
    sql.sql("update staff.known_device set device_hash = :device where device_hash = :old")
        .param("device", device)
        .param("old", old)
        .update();
  }

  void remember(OfficerId officer, byte[] device, Instant now) {
    sql.sql(
            """
            insert into staff.known_device (officer_id, device_hash, known_since, last_at)
            values (:officer, :device, :now, :now)
            on conflict (officer_id, device_hash) do update set last_at = :now
            """)
        .param("officer", officer.value())
        .param("device", device)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void forget(OfficerId officer) {
    sql.sql("delete from staff.known_device where officer_id = :officer")
        .param("officer", officer.value())
        .update();
  }

  void forgetOlderThan(Instant moment) {
    sql.sql("delete from staff.known_device where last_at < :moment")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .update();
  }
}
