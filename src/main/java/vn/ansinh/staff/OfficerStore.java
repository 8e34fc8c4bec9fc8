package vn.ansinh.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.OfficerId;

@Repository
class OfficerStore {

  private final JdbcClient sql;

  OfficerStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Officer> find(OfficerId id) {
    return sql.sql(
            """
            select o.id, o.user_name, o.full_name, o.office_code, o.deactivated_at is null as active,
                   o.totp_sealed is not null as enrolled,
                   array(select r.role from staff.officer_role r where r.officer_id = o.id) as roles
            from staff.officer o
            where o.id = :id
            """)
        .param("id", id.value())
        .query((row, _) -> officer(row))
        .optional();
  }

  Optional<Officer> byUserName(String userName) {
    return sql.sql(
            """
            select o.id, o.user_name, o.full_name, o.office_code, o.deactivated_at is null as active,
                   o.totp_sealed is not null as enrolled,
                   array(select r.role from staff.officer_role r where r.officer_id = o.id) as roles
            from staff.officer o
            where o.user_name = :userName
            """)
        .param("userName", userName)
        .query((row, _) -> officer(row))
        .optional();
  }

  List<Officer> in(Collection<String> officeCodes) {
    return sql.sql(
            """
            select o.id, o.user_name, o.full_name, o.office_code, o.deactivated_at is null as active,
                   o.totp_sealed is not null as enrolled,
                   array(select r.role from staff.officer_role r where r.officer_id = o.id) as roles
            from staff.officer o
            where o.office_code = any (:offices)
            order by o.office_code, o.full_name, o.id
            """)
        .param("offices", officeCodes.toArray(String[]::new))
        .query((row, _) -> officer(row))
        .list();
  }

  /** Those who can sign in and keep the staff. */
  List<Officer> administrators() {
    return sql.sql(
            """
            select o.id, o.user_name, o.full_name, o.office_code, o.deactivated_at is null as active,
                   o.totp_sealed is not null as enrolled,
                   array(select r.role from staff.officer_role r where r.officer_id = o.id) as roles
            from staff.officer o
            join staff.officer_role a on a.officer_id = o.id and a.role = 'ADMINISTRATOR'
            where o.deactivated_at is null and o.password_hash is not null
            """)
        .query((row, _) -> officer(row))
        .list();
  }

  /** False when the user name is taken; relies on its unique index. */
  boolean insert(OfficerId id, OfficerDetails details, Instant at) {
    var added =
        sql.sql(
                """
                insert into staff.officer (id, user_name, full_name, office_code, added_at)
                values (:id, :userName, :fullName, :office, :at)
                on conflict (user_name) do nothing
                """)
            .param("id", id.value())
            .param("userName", details.userName())
            .param("fullName", details.fullName())
            .param("office", details.officeCode())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update();
    if (added == 1) {
      insertRoles(id, details);
    }
    return added == 1;
  }

  void update(OfficerId id, OfficerDetails details) {
    sql.sql(
            """
            update staff.officer set full_name = :fullName, office_code = :office where id = :id
            """)
        .param("fullName", details.fullName())
        .param("office", details.officeCode())
        .param("id", id.value())
        .update();
    sql.sql("delete from staff.officer_role where officer_id = :id")
        .param("id", id.value())
        .update();
    insertRoles(id, details);
  }

  void deactivate(OfficerId id, OfficerId by, Instant at) {
    sql.sql(
            """
            update staff.officer
            set deactivated_at = :at, deactivated_by = :by, password_hash = null,
                first_password_hash = null, first_password_until = null
            where id = :id and deactivated_at is null
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by.value())
        .param("id", id.value())
        .update();
  }

  /** Also brings back who was deactivated. */
  void setFirstPassword(OfficerId id, String hash, Instant until) {
    sql.sql(
            """
            update staff.officer
            set password_hash = null, first_password_hash = :hash, first_password_until = :until,
                deactivated_at = null, deactivated_by = null
            where id = :id
            """)
        .param("hash", hash)
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("id", id.value())
        .update();
  }

  void forgetSecondFactor(OfficerId id) {
    sql.sql(
            """
            update staff.officer
            set totp_sealed = null, totp_enrolled_at = null, totp_last_step = null
            where id = :id
            """)
        .param("id", id.value())
        .update();
  }

  private void insertRoles(OfficerId id, OfficerDetails details) {
    sql.sql(
            """
            insert into staff.officer_role (officer_id, role) select :id, unnest(:roles)
            """)
        .param("id", id.value())
        .param("roles", details.roles().stream().map(Role::name).toArray(String[]::new))
        .update();
  }

  static Officer officer(ResultSet row) throws SQLException {
    var roles = (String[]) row.getArray("roles").getArray();
    return new Officer(
        new OfficerId(row.getObject("id", UUID.class)),
        row.getString("user_name"),
        row.getString("full_name"),
        row.getString("office_code"),
        Arrays.stream(roles).map(Role::valueOf).collect(Collectors.toSet()),
        row.getBoolean("active"),
        row.getBoolean("enrolled"));
  }
}
