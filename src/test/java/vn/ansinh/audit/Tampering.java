package vn.ansinh.audit;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a superuser may do to a trail. Every deed changes something that was sealed. */
final class Tampering {

  /** One kind of harm; its choices are random. */
  enum Kind {
    EDIT,
    EDIT_TIME,
    DELETE,
    INSERT,
    SWAP_CONTENTS,
    SWAP_PLACES,
    MOVE_TO_THE_END,
    TRUNCATE_ENTRIES,
    TRUNCATE_ENTRIES_AND_SEALS,
    TRUNCATE_ALL,
    EDIT_CHECKPOINT,
    DELETE_CHECKPOINT,
    DELETE_CHECKPOINT_AND_ENTRIES,
    EDIT_LEAVES,
    EDIT_SUBTREE,
    FORGE_ERASURE,
    RECOMPUTE_AND_KEEP_SIGNATURES,
    RECOMPUTE_AND_SIGN_AS_US,
    RECOMPUTE_WITH_OWN_KEY;

    /** Signatures alone must be enough against these. */
    boolean isRecomputed() {
      return name().startsWith("RECOMPUTE");
    }
  }

  private static final List<String> EDITS =
      List.of(
          "action = 'DECLARATION_REJECTED'",
          "actor_kind = 'SYSTEM'",
          "actor_id = gen_random_uuid()",
          "actor_id = null",
          "subject_kind = 'draft'",
          "subject_id = cast(gen_random_uuid() as text)",
          "person_id = gen_random_uuid()",
          "details = details || '{\"office\": \"00100\"}'",
          "details = '{}'",
          "request_id = ''",
          "written_in = written_in - 1",
          "id = gen_random_uuid()");

  private static final List<String> CHECKPOINT_EDITS =
      List.of(
          "root = sha256(root)",
          "previous = sha256(previous)",
          "sealed_at = sealed_at - interval '1 hour'",
          "through_entry = gen_random_uuid()",
          "through_transaction = through_transaction + 1",
          "key_id = 'fedcba9876543210'",
          "size = size + 1000",
          "signature = sha512(signature)");

  private final JdbcClient sql;
  private final Random random;
  private final SigningKey attackers;
  private final SealStore seals;
  private final CheckpointStore checkpoints;

  Tampering(JdbcClient sql, Random random, SigningKey attackers) {
    this.sql = sql;
    this.random = random;
    this.attackers = attackers;
    this.seals = new SealStore(sql);
    this.checkpoints = new CheckpointStore(sql);
  }

  void commit(Kind kind) {
    switch (kind) {
      case EDIT -> edit();
      case EDIT_TIME -> editTime();
      case DELETE ->
          entries(1 + random.nextInt(3))
              .forEach(it -> one("delete from audit.entry where id = :id", it));
      case INSERT -> insert();
      case SWAP_CONTENTS -> swapContents();
      case SWAP_PLACES -> swapPlaces();
      case MOVE_TO_THE_END ->
          one("update audit.entry set written_in = written_in + 100000 where id = :id", entry());
      case TRUNCATE_ENTRIES -> truncate(1 + random.nextInt(20));
      case TRUNCATE_ENTRIES_AND_SEALS -> truncateSeals();
      case TRUNCATE_ALL ->
          sql.sql("truncate audit.entry, audit.checkpoint, audit.leaves, audit.subtree").update();
      case EDIT_CHECKPOINT ->
          changed(
              sql.sql(
                      "update audit.checkpoint set %s where number = :number"
                          .formatted(any(CHECKPOINT_EDITS)))
                  .param("number", checkpoint())
                  .update());
      case DELETE_CHECKPOINT -> deleteCheckpoint(false);
      case DELETE_CHECKPOINT_AND_ENTRIES -> deleteCheckpoint(true);
      case EDIT_LEAVES ->
          changed(
              sql.sql(
                      """
                      update audit.leaves set hashes = overlay(hashes placing sha256(hashes) from :at)
                      where number = :number
                      """)
                  .param("at", 1)
                  .param("number", checkpoint())
                  .update());
      case EDIT_SUBTREE ->
          changed(
              sql.sql(
                      random.nextBoolean()
                          ? "update audit.subtree set hash = sha256(hash)"
                          : random.nextBoolean()
                              ? "delete from audit.subtree"
                              : "insert into audit.subtree select level, position + 7, hash from audit.subtree")
                  .update());
      case FORGE_ERASURE -> forgeErasure();
      case RECOMPUTE_AND_KEEP_SIGNATURES -> recompute(false, false);
      case RECOMPUTE_AND_SIGN_AS_US -> recompute(true, false);
      case RECOMPUTE_WITH_OWN_KEY -> recompute(true, true);
    }
  }

  private void edit() {
    one("update audit.entry set %s where id = :id".formatted(any(EDITS)), entry());
  }

  private void editTime() {
    changed(
        sql.sql(
                "update audit.entry set happened_at = happened_at + make_interval(secs => :s) where id = :id")
            .param("s", (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextInt(13) - 6))
            .param("id", entry())
            .update());
  }

  private void insert() {
    changed(
        sql.sql(
                """
                insert into audit.entry
                  (id, happened_at, action, actor_kind, actor_id, subject_kind, subject_id, person_id, details,
                   request_id, written_in)
                select gen_random_uuid(), happened_at, action, actor_kind, gen_random_uuid(), subject_kind, subject_id,
                       person_id, details, request_id, written_in
                from audit.entry where id = :id
                """)
            .param("id", entry())
            .update());
  }

  /** Each gets what the other said, and keeps its id and its place. */
  private void swapContents() {
    var two = entries(2);
    changed(
        sql.sql(
                """
                update audit.entry e set actor_id = o.actor_id, subject_id = o.subject_id, details = o.details,
                  happened_at = o.happened_at
                from audit.entry o
                where (e.id = :a and o.id = :b) or (e.id = :b and o.id = :a)
                """)
            .param("a", two.getFirst())
            .param("b", two.getLast())
            .update());
  }

  private void swapPlaces() {
    var two =
        sql.sql(
                """
                select (array_agg(id order by random()))[1] as id from audit.entry group by written_in
                order by random() limit 2
                """)
            .query(UUID.class)
            .list();
    changed(
        sql.sql(
                """
                update audit.entry e set written_in = o.written_in from audit.entry o
                where (e.id = :a and o.id = :b) or (e.id = :b and o.id = :a)
                """)
            .param("a", two.getFirst())
            .param("b", two.getLast())
            .update());
  }

  private void truncate(int newest) {
    changed(
        sql.sql(
                """
                delete from audit.entry where id in
                  (select id from audit.entry order by written_in desc, id desc limit :n)
                """)
            .param("n", newest)
            .update());
  }

  /** As if they had never been: nothing in the database tells of them any more. */
  private void truncateSeals() {
    var keep = checkpoint() - 1;
    var size = keep == 0 ? 0 : checkpoints.find(keep).orElseThrow().size();
    sql.sql("delete from audit.leaves where number > :n").param("n", keep).update();
    sql.sql("delete from audit.checkpoint where number > :n").param("n", keep).update();
    sql.sql("delete from audit.subtree where (position + 1) * 256 > :size")
        .param("size", size)
        .update();
    truncate(Math.toIntExact(count() - size));
  }

  private void deleteCheckpoint(boolean entriesToo) {
    var number = checkpoint();
    var gone = checkpoints.find(number).orElseThrow();
    var before = checkpoints.find(number - 1).map(Checkpoint::through).orElse(Place.START);
    sql.sql("delete from audit.leaves where number = :n").param("n", number).update();
    changed(sql.sql("delete from audit.checkpoint where number = :n").param("n", number).update());
    if (entriesToo) {
      sql.sql(
              """
              delete from audit.entry where (written_in, id) > (:t, :e) and (written_in, id) <= (:u, :f)
              """)
          .param("t", before.transaction())
          .param("e", before.entry())
          .param("u", gone.through().transaction())
          .param("f", gone.through().entry())
          .update();
    }
  }

  /** Hides a change behind the true hash. */
  private void forgeErasure() {
    var id = entry();
    sql.sql(
            """
            insert into audit.erasure (entry_id, details_hash, erased_at)
            select id, sha256(convert_to(cast(details as text), 'UTF8')), now() from audit.entry where id = :id
            """)
        .param("id", id)
        .update();
    one(
        random.nextBoolean()
            ? "update audit.entry set details = '{\"office\": \"00100\"}' where id = :id"
            : "update audit.entry set details = '{}' where id = :id",
        id);
  }

  /** Changes an entry and makes every hash behind it fit again. */
  private void recompute(boolean sign, boolean ownKeyId) {
    edit();
    sql.sql("delete from audit.subtree").update();
    var frontier = new Frontier();
    var previous = Checkpoint.NONE_BEFORE;
    var after = Place.START;
    for (var one : checkpoints.after(0)) {
      var hashes = new ByteArrayOutputStream();
      for (var entry : seals.between(after, Long.MAX_VALUE, 100_000)) {
        if (entry.place().compareTo(one.through()) > 0) {
          break;
        }
        hashes.writeBytes(entry.leaf());
        frontier.append(
            entry.leaf(),
            (level, position, hash) -> {
              if (level % StoredTree.STEP == 0) {
                seals.insertSubtree(level, position, hash);
              }
            });
      }
      var forged =
          new Checkpoint(
              one.number(),
              frontier.size(),
              frontier.root(),
              previous,
              one.sealedAt(),
              one.through(),
              ownKeyId ? attackers.id() : one.keyId(),
              one.signature());
      if (sign) {
        forged = forged.with(attackers.sign(forged.statement()));
      }
      sql.sql("delete from audit.leaves where number = :n").param("n", one.number()).update();
      sql.sql("delete from audit.checkpoint where number = :n").param("n", one.number()).update();
      seals.insert(forged, hashes.toByteArray());
      previous = forged.hash();
      after = one.through();
    }
  }

  private void one(String statement, UUID id) {
    changed(sql.sql(statement).param("id", id).update());
  }

  private static void changed(int rows) {
    if (rows == 0) {
      throw new IllegalStateException("this attack changed nothing");
    }
  }

  private UUID entry() {
    return entries(1).getFirst();
  }

  private List<UUID> entries(int many) {
    return random
        .ints(0, Math.toIntExact(count()))
        .distinct()
        .limit(many)
        .mapToObj(
            at ->
                sql.sql("select id from audit.entry order by written_in, id offset :at limit 1")
                    .param("at", at)
                    .query(UUID.class)
                    .single())
        .toList();
  }

  private long count() {
    return sql.sql("select count(*) from audit.entry").query(Long.class).single();
  }

  private long checkpoint() {
    return 1 + random.nextLong(checkpoints.newest().orElseThrow().number());
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
