package vn.ansinh.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.NestedExceptionUtils;
import vn.ansinh.platform.Secrets;
import vn.ansinh.support.TestDatabase;

/** Nodes on a database of their own: who makes the ring, who opens it, what an upgrade keeps. */
class RingTest {

  private static final String CONTEXT = "test.thing.text.1";

  private String database = TestDatabase.installed();

  @TempDir Path directory;

  @Test
  void what_is_sealed_names_its_key_and_opens_in_its_context_only() {
    try (var node = node()) {
      var sealed = node.secrets().seal("Nguyễn Thị Mẫu", CONTEXT);
      assertThat(Secrets.keyOf(sealed)).isEqualTo(node.bean(HeldRing.class).ring().newest());
      assertThat(node.secrets().openText(sealed, CONTEXT)).isEqualTo("Nguyễn Thị Mẫu");
      assertThatThrownBy(() -> node.secrets().open(sealed, "test.thing.text.2"))
          .isInstanceOf(IllegalStateException.class);
      sealed[sealed.length - 1] ^= 1;
      assertThatThrownBy(() -> node.secrets().open(sealed, CONTEXT))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void the_database_shows_nothing_of_the_keys_and_the_trail_tells_who_made_them() throws Exception {
    try (var node = node()) {
      var ring = node.bean(HeldRing.class).ring();
      var master = node.bean(MasterKeys.class).first();
      var wrapped = node.bean(RingStore.class).find();
      assertThat(wrapped.master()).isEqualTo(master.name()).startsWith("secret:");
      assertThat(Ring.unwrap(wrapped.ring(), master).ids()).isEqualTo(ring.ids());
      assertThat(wrapped.ring().toString() + master).doesNotContain(SECRET_PART);
      assertThat(number("select count(*) from audit.entry where action = 'KEY_RING_MADE'")).isOne();
    }
  }

  private static final String SECRET_PART = Node.SECRET.substring(0, 12);

  @Test
  void nodes_that_start_at_once_make_one_ring() throws Exception {
    node().close();
    execute("update keys.ring set version = 0, data_keys = null, hash_key = null");
    execute("delete from keys.data_key");
    var hashes = new HashSet<String>();
    var sealed = new ArrayList<byte[]>();
    // One process has one log; four starts at once would set it up on top of each other.
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var starts = new ArrayList<Future<Node>>();
      for (int i = 0; i < 4; i++) {
        starts.add(threads.submit((Callable<Node>) this::node));
      }
      for (var start : starts) {
        try (var node = start.get()) {
          hashes.add(Base64.getEncoder().encodeToString(node.secrets().hash("test", "0123")));
          sealed.add(node.secrets().seal("text", CONTEXT));
        }
      }
    } finally {
      System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
    }
    assertThat(hashes).hasSize(1);
    try (var last = node()) {
      assertThat(sealed)
          .allSatisfy(it -> assertThat(last.secrets().openText(it, CONTEXT)).isEqualTo("text"));
    }
    assertThat(number("select version from keys.ring")).isOne();
    assertThat(number("select count(*) from keys.data_key")).isOne();
  }

  @Test
  void what_was_sealed_and_hashed_before_there_was_a_ring_still_opens_and_matches()
      throws Exception {
    database = TestDatabase.another();
    Node.migrateToBefore(database);
    var master = Base64.getDecoder().decode(Node.SECRET);
    var context = CONTEXT.getBytes(StandardCharsets.UTF_8);
    var old = new AesGcmJce(hmac(master, "sealing"));
    var hash = hmac(hmac(master, "hash:phone"), "+84351234567");
    try (var node = node()) {
      // Many, since a value without a key's id may by chance begin like one with it.
      for (int i = 0; i < 1000; i++) {
        var sealed = old.encrypt(("số " + i).getBytes(StandardCharsets.UTF_8), context);
        assertThat(node.secrets().openText(sealed, CONTEXT)).isEqualTo("số " + i);
      }
      assertThat(node.secrets().matches("phone", "+84351234567", hash)).isTrue();
      var newer = node.secrets().seal("new", CONTEXT);
      assertThat(Secrets.keyOf(newer)).isEqualTo(node.bean(HeldRing.class).ring().newest());
      assertThatThrownBy(() -> old.decrypt(newer, context)).as("a key of its own").isNotNull();
    }
  }

  @Test
  void a_new_installation_hashes_with_a_key_that_does_not_follow_from_the_master_secret() {
    var master = Base64.getDecoder().decode(Node.SECRET);
    try (var node = node()) {
      assertThat(node.secrets().hash("phone", "+84351234567"))
          .isNotEqualTo(hmac(hmac(master, "hash:phone"), "+84351234567"));
    }
  }

  @Test
  void an_older_installation_that_brings_no_master_secret_is_told_to() throws Exception {
    database = TestDatabase.another();
    Node.migrateToBefore(database);
    assertThat(refusal(Map.of("ansinh.secret.key", "", "ansinh.master-key.file", file("master"))))
        .contains("derive from ANSINH_SECRET_KEY");
  }

  @Test
  void a_wrong_master_key_is_refused_in_one_line_and_changes_nothing() throws Exception {
    node().close();
    var line = refusal(Map.of("ansinh.secret.key", other()));
    assertThat(line).contains("wrapped by the master key secret:").doesNotContain("\n");
    assertThat(number("select version from keys.ring")).isOne();
    node().close();
  }

  @Test
  void a_master_key_file_that_others_may_read_is_refused() throws Exception {
    var file = Path.of(file("master"));
    java.nio.file.Files.setPosixFilePermissions(
        file, java.nio.file.attribute.PosixFilePermissions.fromString("r--r-----"));
    assertThat(refusal(Map.of("ansinh.master-key.file", file.toString()))).contains("mode 0400");
  }

  @Test
  void no_master_key_at_all_is_refused() {
    assertThat(refusal(Map.of("ansinh.secret.key", ""))).startsWith("No master key");
  }

  @Test
  void a_changed_master_key_opens_everything_and_the_old_one_nothing() throws Exception {
    var file = file("master");
    byte[] sealed;
    byte[] hash;
    try (var node = node()) {
      sealed = node.secrets().seal("text", CONTEXT);
      hash = node.secrets().hash("phone", "1");
    }
    try (var running = Node.start(database, Map.of("ansinh.master-key.file", file))) {
      var names = running.bean(RingChanges.class).changeMaster();
      assertThat(names.getKey()).startsWith("secret:");
      assertThat(names.getValue()).startsWith("file:");
      assertThat(running.secrets().openText(sealed, CONTEXT)).isEqualTo("text");
    }
    assertThat(refusal(Map.of())).contains("wrapped by the master key file:");
    try (var node =
        Node.start(database, Map.of("ansinh.master-key.file", file, "ansinh.secret.key", ""))) {
      assertThat(node.secrets().openText(sealed, CONTEXT)).isEqualTo("text");
      assertThat(node.secrets().matches("phone", "1", hash)).isTrue();
    }
    assertThat(number("select count(*) from audit.entry where action = 'MASTER_KEY_CHANGED'"))
        .isOne();
  }

  @Test
  void a_running_node_without_the_new_master_key_goes_on_until_the_data_key_is_replaced()
      throws Exception {
    try (var left = Node.start(database, Map.of("ansinh.keys.trusted-for", "0s"));
        var changed = Node.start(database, Map.of("ansinh.master-key.file", file("master")))) {
      changed.bean(RingChanges.class).changeMaster();
      var sealed = left.secrets().seal("text", CONTEXT);
      assertThat(changed.secrets().openText(sealed, CONTEXT)).isEqualTo("text");
      changed.bean(RingChanges.class).rotate();
      assertThatThrownBy(() -> left.secrets().seal("text", CONTEXT))
          .isInstanceOf(KeysException.class)
          .hasMessageContaining("wrapped by the master key file:");
      assertThat(left.secrets().openText(sealed, CONTEXT)).as("as ever").isEqualTo("text");
    }
  }

  @Test
  void a_node_opens_what_another_sealed_under_a_key_it_has_not_seen() {
    try (var first = node();
        var second = node()) {
      for (int i = 0; i < 5; i++) {
        var id = first.bean(RingChanges.class).rotate();
        first.bean(HeldRing.class).look();
        var sealed = first.secrets().seal("text", CONTEXT);
        assertThat(Secrets.keyOf(sealed)).isEqualTo(id);
        assertThat(second.secrets().openText(sealed, CONTEXT)).isEqualTo("text");
        assertThat(Secrets.keyOf(second.secrets().seal("text", CONTEXT))).isEqualTo(id);
      }
    }
  }

  @Test
  void a_node_that_has_not_looked_for_long_looks_before_it_seals() {
    try (var first = node();
        var second = Node.start(database, Map.of("ansinh.keys.trusted-for", "0s"))) {
      var id = first.bean(RingChanges.class).rotate();
      assertThat(Secrets.keyOf(second.secrets().seal("text", CONTEXT))).isEqualTo(id);
    }
  }

  @Test
  void the_newest_key_is_replaced_when_it_has_come_of_age_and_once() throws Exception {
    try (var first = node();
        var second = node()) {
      first.bean(Rotation.class).rotateWhenDue();
      assertThat(number("select version from keys.ring")).as("too young").isOne();
      execute("update keys.data_key set made_at = made_at - interval '31 days'");
      first.bean(Rotation.class).rotateWhenDue();
      second.bean(Rotation.class).rotateWhenDue();
      assertThat(number("select version from keys.ring")).isEqualTo(2);
      assertThat(number("select count(*) from keys.data_key where replaced_at is null")).isOne();
    }
  }

  private Node node() {
    return Node.start(database, Map.of());
  }

  /** What the launcher would print. */
  private String refusal(Map<String, String> settings) {
    try (var node = Node.start(database, settings)) {
      throw new AssertionError("it started");
    } catch (RuntimeException e) {
      var cause = NestedExceptionUtils.getMostSpecificCause(e);
      assertThat(cause).isInstanceOf(KeysException.class);
      return String.valueOf(cause.getMessage());
    }
  }

  private String file(String name) throws Exception {
    var file = directory.resolve(name);
    PrivateFile.write(file, Base64.getDecoder().decode(other()));
    return file.toString();
  }

  private static String other() {
    return "nO0C1YF8qhXGJfH1jJm3dJ9w2u6m3b0cRZ5tK7vXyL4=";
  }

  private void execute(String change) throws Exception {
    try (var connection = TestDatabase.asOwner(database);
        var statement = connection.createStatement()) {
      statement.execute(change);
    }
  }

  private long number(String query) throws Exception {
    try (var connection = TestDatabase.asOwner(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static byte[] hmac(byte[] key, String message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
