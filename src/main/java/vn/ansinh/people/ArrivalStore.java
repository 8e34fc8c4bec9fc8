package vn.ansinh.people;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.postgresql.PGConnection;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.audit.Actor;
import vn.ansinh.platform.Ids;

/**
 * Writes people by the thousand. New rows go by COPY straight into the register's tables: they have
 * been looked up before, and if somebody was quicker the claims' primary keys say so.
 */
@Repository
class ArrivalStore {

  private final JdbcClient sql;
  private final JdbcTemplate connections;
  private final NamedParameterJdbcTemplate batches;
  private final NumberClaimStore claims;
  private final PersonStore persons;
  private final ArrivalRows rows;
  private final Clock clock;

  ArrivalStore(
      JdbcClient sql,
      NamedParameterJdbcTemplate batches,
      NumberClaimStore claims,
      PersonStore persons,
      ArrivalRows rows,
      Clock clock) {
    this.sql = sql;
    this.connections = batches.getJdbcTemplate();
    this.batches = batches;
    this.claims = claims;
    this.persons = persons;
    this.rows = rows;
    this.clock = clock;
  }

  Map<String, UUID> holdersOfNumbers(List<String> numbers, NumberHashes hashes) {
    return holders(
        """
        select number_hash as hash, person_id
        from people.social_insurance_number_claim
        where number_hash = any (:hashes)
        """,
        numbers,
        hashes::ofNumber);
  }

  Map<String, UUID> holdersOfPersonalIds(List<String> personalIds, NumberHashes hashes) {
    return holders(
        """
        select personal_id_hash as hash, person_id
        from people.personal_id_claim
        where personal_id_hash = any (:hashes)
        """,
        personalIds,
        hashes::ofPersonalId);
  }

  /** One import writes at a time, so that what it compares with is what it changes. */
  void waitForOtherImports() {
    sql.sql("select pg_advisory_xact_lock(hashtextextended('people.arrivals', 0))")
        .query(row -> {});
  }

  /**
   * @throws NumbersTakenMeanwhile when one of the numbers has got a holder since
   */
  void add(List<NewPerson> people, NumberHashes hashes) {
    if (people.isEmpty()) {
      return;
    }
    var ids = people.stream().map(_ -> Ids.next()).toList();
    var now = now();
    try {
      copy(
          "copy people.social_insurance_number_claim (number_hash, person_id) from stdin",
          text -> rows.numbers(text, ids, people, hashes));
      copy(
          "copy people.personal_id_claim (personal_id_hash, person_id) from stdin",
          text -> rows.personalIds(text, ids, people, hashes));
    } catch (DuplicateKeyException e) {
      throw new NumbersTakenMeanwhile(e);
    }
    copy(
        """
        copy people.person
          (person_id, particulars, full_name, name_search, birth_year, birth_month, birth_day, sex,
           address_layer, ward_code, household_code, household_relation, ethnic_group, nationality, status,
           created_at, changed_at)
        from stdin
        """,
        text -> rows.persons(text, ids, people, now));
    copy(
        "copy people.paper (person_id, kind, number_hash, number) from stdin",
        text -> rows.papers(text, ids, people));
  }

  /**
   * @throws NumbersTakenMeanwhile when a new number of one of the people has got a holder since
   */
  void correct(List<Correction> corrections, Actor by) {
    if (corrections.isEmpty()) {
      return;
    }
    corrections.forEach(this::moveClaims);
    write(corrections, by);
  }

  /** For whose numbers the claims are right already. */
  void write(List<Correction> corrections, Actor by) {
    var now = now();
    batches.batchUpdate(
        """
        update people.person
        set particulars = :particulars, full_name = :fullName, name_search = :nameSearch,
            birth_year = :year, birth_month = :month, birth_day = :day, sex = :sex,
            address_layer = :layer, ward_code = :ward,
            household_code = :household, household_relation = :relation, ethnic_group = :ethnicGroup,
            nationality = :nationality, changed_at = :now
        where person_id = :id
        """,
        corrections.stream()
            .map(it -> rows.values(it.after()).addValue("now", now))
            .toArray(SqlParameterSource[]::new));
    for (var correction : corrections) {
      correction.newPapers().forEach(it -> persons.insertPaper(correction.after().id(), it));
    }
    copy(
        """
        copy people.person_change
          (person_id, change_id, field, old_value, new_value, changed_at, actor_kind, actor_id)
        from stdin
        """,
        text -> rows.history(text, corrections, by, now));
  }

  private void moveClaims(Correction correction) {
    var id = correction.after().id();
    for (var change : correction.changes()) {
      boolean taken =
          switch (change.field()) {
            case SOCIAL_INSURANCE_NUMBER -> {
              if (change.from() != null) {
                claims.releaseNumber(change.from(), id);
              }
              yield change.to() == null || claims.claimNumber(change.to(), id);
            }
            case PERSONAL_ID -> {
              if (change.from() != null) {
                claims.releasePersonalId(change.from(), id);
              }
              yield change.to() == null || claims.claimPersonalId(change.to(), id);
            }
            default -> true;
          };
      if (!taken) {
        throw new NumbersTakenMeanwhile("a number was given to somebody else meanwhile");
      }
    }
  }

  private Map<String, UUID> holders(
      String query, List<String> numbers, Function<String, byte[]> hash) {
    var asked = new HashMap<ByteBuffer, String>();
    var hashes = new byte[numbers.size()][];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = hash.apply(numbers.get(i));
      asked.put(ByteBuffer.wrap(hashes[i]), numbers.get(i));
    }
    var holders = new HashMap<String, UUID>();
    sql.sql(query)
        .param("hashes", hashes)
        .query(
            row -> {
              holders.put(
                  asked.get(ByteBuffer.wrap(row.getBytes("hash"))),
                  row.getObject("person_id", UUID.class));
            });
    return holders;
  }

  private void copy(String statement, CopyText.Rows written) {
    connections.execute(
        (ConnectionCallback<Long>)
            connection ->
                CopyText.send(
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement), written));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
