package vn.ansinh.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.MDC;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.platform.PersonId;

/**
 * The face of the trail. Every call joins the caller's transaction: no change without its line, no
 * line without it.
 */
@Service
public class Audit {

  private final AuditStore store;
  private final LineStore lines;

  Audit(AuditStore store, LineStore lines) {
    this.store = store;
    this.lines = lines;
  }

  /**
   * For what happens before the application may write itself: while its tables are being brought up
   * to date. The caller has a transaction on this database.
   */
  public static Audit duringMigration(DataSource database, Clock clock, JsonMapper json) {
    return new Audit(AuditStore.of(database, clock, json), LineStore.of(database, json));
  }

  /**
   * @param action past tense, upper case, such as {@code DECLARATION_APPROVED}
   * @throws org.springframework.transaction.IllegalTransactionStateException when there is no
   *     transaction to join
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(String action, Actor actor, Subject subject) {
    record(action, actor, subject, Map.of());
  }

  /**
   * When somebody acted on something: the moments of all their lines, in order, at most the newest
   * thousand.
   *
   * @param after lines of this moment and earlier are left out
   */
  public List<Instant> moments(Actor actor, Subject subject, Instant after) {
    return store.moments(actor, subject, after);
  }

  /**
   * What was done with somebody's records, the newest first.
   *
   * @param persons the keys under which the records of one person lie
   * @param actions all others are left out
   * @param before only older lines
   */
  public List<Line> about(
      Collection<PersonId> persons, Collection<String> actions, Line.Mark before, int limit) {
    return lines.about(persons, actions, before, limit);
  }

  /**
   * @param details codes and ids only, never names, numbers, addresses or contacts
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(String action, Actor actor, Subject subject, Map<String, String> details) {
    store.append(action, actor, subject, details, MDC.get("request"));
  }
}
