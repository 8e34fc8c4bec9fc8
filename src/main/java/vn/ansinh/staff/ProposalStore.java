package vn.ansinh.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.platform.OfficerId;

@Repository
class ProposalStore {

  private final JdbcClient sql;

  ProposalStore(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(Proposal proposal) {
    var wanted = proposal.wanted();
    sql.sql(
            """
            insert into staff.proposal (id, kind, officer_id, user_name, full_name, office_code, roles,
                                        proposed_by, proposed_at, expires_at)
            values (:id, :kind, :officer, :userName, :fullName, :office, :roles, :by, :at, :expires)
            """)
        .param("id", proposal.id())
        .param("kind", proposal.kind().name())
        .param("officer", value(proposal.officer()))
        .param("userName", wanted.userName())
        .param("fullName", wanted.fullName())
        .param("office", wanted.officeCode())
        .param("roles", wanted.roles().stream().map(Role::name).collect(Collectors.joining(" ")))
        .param("by", proposal.proposedBy().value())
        .param("at", proposal.proposedAt().atOffset(ZoneOffset.UTC))
        .param("expires", proposal.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Oldest first. */
  List<Proposal> waiting(Collection<String> officeCodes, Instant now) {
    return sql.sql(
            """
            select id, kind, officer_id, user_name, full_name, office_code, roles,
                   proposed_by, proposed_at, expires_at
            from staff.proposal
            where outcome is null and expires_at > :now and office_code = any (:offices)
            order by proposed_at, id
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("offices", officeCodes.toArray(String[]::new))
        .query((row, _) -> proposal(row))
        .list();
  }

  Optional<Proposal> waiting(UUID id, Instant now) {
    return sql.sql(
            """
            select id, kind, officer_id, user_name, full_name, office_code, roles,
                   proposed_by, proposed_at, expires_at
            from staff.proposal
            where id = :id and outcome is null and expires_at > :now
            """)
        .param("id", id)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> proposal(row))
        .optional();
  }

  /** False when it waits no more: of two who decide at once one is first. */
  boolean decide(UUID id, Proposal.Outcome outcome, @Nullable OfficerId by, Instant now) {
    return sql.sql(
                """
                update staff.proposal set outcome = :outcome, decided_by = :by, decided_at = :now
                where id = :id and outcome is null and expires_at > :now
                """)
            .param("outcome", outcome.name())
            .param("by", value(by))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("id", id)
            .update()
        == 1;
  }

  /** Expired ones as well, so that the same can be proposed again. */
  void overtake(String userName, Collection<Proposal.Kind> kinds, Instant now) {
    sql.sql(
            """
            update staff.proposal set outcome = 'OVERTAKEN', decided_at = :now
            where user_name = :userName and kind = any (:kinds) and outcome is null
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("userName", userName)
        .param("kinds", kinds.stream().map(Proposal.Kind::name).toArray(String[]::new))
        .update();
  }

  void forgetOlderThan(Instant moment) {
    sql.sql("delete from staff.proposal where expires_at < :moment")
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static @Nullable UUID value(@Nullable OfficerId officer) {
    return officer == null ? null : officer.value();
  }

  private static Proposal proposal(ResultSet row) throws SQLException {
    var officer = row.getObject("officer_id", UUID.class);
    var roles =
        Arrays.stream(row.getString("roles").split(" "))
            .map(Role::valueOf)
            .collect(Collectors.toSet());
    return new Proposal(
        row.getObject("id", UUID.class),
        Proposal.Kind.valueOf(row.getString("kind")),
        officer == null ? null : new OfficerId(officer),
        new OfficerDetails(
            row.getString("user_name"),
            row.getString("full_name"),
            row.getString("office_code"),
            roles),
        new OfficerId(row.getObject("proposed_by", UUID.class)),
        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
