package vn.ansinh.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.audit.Audit;
import vn.ansinh.platform.Resealing;
import vn.ansinh.platform.SealedColumn;
import vn.ansinh.support.TestDatabase;

/** Sealing again: broken off in the middle, beside changes, with keys of several columns. */
class ResealTest {

  private static final int ROWS = 600;
  private static final SealedColumn COLUMN =
      SealedColumn.of("things.thing", "content", "owner", "id");

  private final String database = TestDatabase.installed();
  private final Map<String, String> batches = Map.of("ansinh.keys.batch", "10");

  @BeforeEach
  void a_table() throws Exception {
    execute(
        """
        create schema things;
        grant usage on schema things to %1$s;
        create table things.thing (
          owner text, id uuid, content bytea, primary key (owner, id));
        grant all on things.thing to %1$s
        """
            .formatted(TestDatabase.APPLICATION));
  }

  @Test
  void broken_off_in_the_middle_it_loses_nothing_and_goes_on() throws Exception {
    try (var node = Node.start(database, batches)) {
      var written = fill(node);
      var newest = node.bean(RingChanges.class).rotate();
      var reseals = reseals(node);
      var place = reseals.places().getFirst();
      try (var thread = Executors.newSingleThreadExecutor()) {
        var killed = thread.submit(this::killWhenUnderWay);
        assertThatThrownBy(() -> reseals.reseal(place)).isNotNull();
        killed.get();
      }
      // Those cut off lie in the pool, and one used a moment ago is handed out unseen.
      node.bean(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
      everythingOpens(node, written);
      assertThat(reseals.countByKey()).containsKey(newest).hasSize(2);

      var progress = reseals.reseal(place);
      assertThat(progress.seen())
          .as("goes on, from the last ten")
          .isBetween((long) ROWS, ROWS + 10L);
      assertThat(progress.doneAt()).isNotNull();
      assertThat(reseals.countByKey()).containsOnlyKeys(newest);
      everythingOpens(node, written);
      assertThat(reseals.reseal(place).resealed()).as("nothing is left").isZero();
    }
  }

  @Test
  void what_was_sealed_in_a_wider_context_is_bound_to_its_owner() throws Exception {
    try (var node = Node.start(database, batches)) {
      var written = fill(node);
      var narrower = COLUMN.ownedBy("owner", "id").formerlyOwnedBy("id");
      var reseals = reseals(node, List.of(), List.of(narrower));
      assertThat(reseals.reseal(reseals.places().getFirst()).resealed()).isEqualTo(ROWS);
      assertThat(reseals.reseal(reseals.places().getFirst()).resealed()).as("once").isZero();
      try (var connection = TestDatabase.asOwner(database);
          var statement = connection.createStatement();
          var rows = statement.executeQuery("select owner, id, content from things.thing")) {
        while (rows.next()) {
          var id = rows.getObject(2, UUID.class);
          var context = COLUMN.context() + rows.getString(1) + "." + id;
          assertThat(node.secrets().openText(rows.getBytes(3), context)).isEqualTo(written.get(id));
          assertThat(node.secrets().opens(rows.getBytes(3), COLUMN.context() + id)).isFalse();
        }
      }
    }
  }

  @Test
  void a_value_written_meanwhile_stays_as_it_was_written() throws Exception {
    try (var node = Node.start(database, batches)) {
      fill(node);
      node.bean(RingChanges.class).rotate();
      var store = node.bean(ColumnStore.class);
      var types = store.typesOfKey(COLUMN);
      var value = store.after(COLUMN, types, null, 1).getFirst();
      execute("update things.thing set content = '\\x00'");
      assertThat(store.replace(COLUMN, types, value, new byte[] {1})).isFalse();
    }
  }

  @Test
  void what_nobody_has_looked_at_keeps_every_key() throws Exception {
    try (var node = Node.start(database, Map.of("ansinh.keys.retire-after", "0s"))) {
      var old = node.bean(HeldRing.class).newest();
      node.bean(RingChanges.class).rotate();
      var unknown =
          new Resealing() {
            @Override
            public String place() {
              return "somewhere";
            }

            @Override
            public Map<String, Long> countByKey() {
              return Map.of(UNKNOWN, 3L);
            }

            @Override
            public Steps reseal(String after, int most) {
              return new Steps(null, 0, 0);
            }
          };
      var retire =
          new RetireKey(
              node.bean(RingStore.class),
              node.bean(RingChanges.class),
              reseals(node, List.of(unknown)),
              node.bean(KeysSettings.class),
              node.bean(Clock.class));
      var err = new java.io.ByteArrayOutputStream();
      assertThat(retire.run(List.of(old), System.out, new java.io.PrintStream(err))).isOne();
      assertThat(err.toString()).contains("lie or may lie under " + old, "somewhere=3");
    }
  }

  private Map<UUID, String> fill(Node node) throws Exception {
    var written = new HashMap<UUID, String>();
    try (var connection = TestDatabase.asOwner(database);
        var insert = connection.prepareStatement("insert into things.thing values (?, ?, ?)")) {
      for (int i = 0; i < ROWS; i++) {
        var id = UUID.randomUUID();
        written.put(id, "số " + i);
        insert.setString(1, "owner " + i % 7);
        insert.setObject(2, id);
        insert.setBytes(3, node.secrets().seal("số " + i, COLUMN.context() + id));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    return written;
  }

  private void everythingOpens(Node node, Map<UUID, String> written) throws Exception {
    var found = new HashMap<UUID, String>();
    try (var connection = TestDatabase.asOwner(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select id, content from things.thing")) {
      while (rows.next()) {
        var id = rows.getObject(1, UUID.class);
        found.put(id, node.secrets().openText(rows.getBytes(2), COLUMN.context() + id));
      }
    }
    assertThat(found).isEqualTo(written);
  }

  /** As if the node had died: its connections are cut. */
  private Void killWhenUnderWay() throws Exception {
    try (var connection = TestDatabase.asOwner(database);
        var statement = connection.createStatement()) {
      long seen = 0;
      while (seen < 50) {
        try (var row = statement.executeQuery("select coalesce(max(seen), 0) from keys.reseal")) {
          row.next();
          seen = row.getLong(1);
        }
      }
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
              + " and usename = '"
              + TestDatabase.APPLICATION
              + "'");
    }
    return null;
  }

  private static Reseals reseals(Node node) {
    return reseals(node, List.of());
  }

  private static Reseals reseals(Node node, List<Resealing> places) {
    return reseals(node, places, places.isEmpty() ? List.of(COLUMN) : List.of());
  }

  private static Reseals reseals(Node node, List<Resealing> places, List<SealedColumn> columns) {
    return new Reseals(
        places,
        List.of(() -> columns),
        node.bean(ColumnStore.class),
        node.bean(ResealStore.class),
        node.secrets(),
        node.bean(HeldRing.class),
        node.bean(KeysSettings.class),
        node.bean(TransactionTemplate.class),
        node.bean(Audit.class),
        node.bean(Clock.class));
  }

  private void execute(String change) throws Exception {
    try (var connection = TestDatabase.asOwner(database);
        var statement = connection.createStatement()) {
      statement.execute(change);
    }
  }
}
