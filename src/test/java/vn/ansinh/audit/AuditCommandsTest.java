package vn.ansinh.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.ansinh.platform.Command;

class AuditCommandsTest {

  @TempDir Path directory;

  final Trail trail = new Trail();
  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final ByteArrayOutputStream err = new ByteArrayOutputStream();
  final Path open = Path.of("open.pem");

  @BeforeEach
  void three_checkpoints_copied_and_one_entry_waiting() throws Exception {
    for (int i = 0; i < 3; i++) {
      trail.write(5);
      trail.sealer().sealAll();
    }
    trail.copying(copy()).copyAll();
    trail.write(1);
    Files.writeString(directory.resolve(open), trail.key.openPem());
  }

  @Test
  void a_whole_trail_is_said_to_be_whole() throws Exception {
    assertThat(verify("--public-key", directory.resolve(open).toString())).isZero();
    assertThat(printed())
        .contains("Copied checkpoints: ")
        .contains("3 checkpoints over 15 entries proved true; 1 entries are not sealed yet");
  }

  @Test
  void a_broken_one_is_named_and_ends_with_an_error() throws Exception {
    trail.superuser().sql("update audit.entry set action = 'NOTHING_DONE'").update();
    assertThat(verify("--public-key", directory.resolve(open).toString())).isOne();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("BROKEN: Where checkpoint 1 of ")
        .contains("the first difference is at the 1.: entry ");
  }

  @Test
  void an_old_part_may_be_left_out() throws Exception {
    assertThat(verify("--public-key", directory.resolve(open).toString(), "--since", "2999-01-01"))
        .isZero();
    assertThat(printed()).contains("0 checkpoints over 0 entries");
    var last = trail.checkpoints().newest().orElseThrow().sealedAt().toString();
    assertThat(verify("--public-key", directory.resolve(open).toString(), "--since", last))
        .isZero();
    assertThat(printed()).contains("1 checkpoints over 5 entries");
  }

  @Test
  void a_strangers_key_proves_nothing() throws Exception {
    Files.writeString(directory.resolve("other.pem"), SigningKey.make().openPem());
    assertThat(verify("--public-key", directory.resolve("other.pem").toString())).isOne();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("which nobody vouches for");
  }

  @Test
  void wrong_arguments_are_told() throws Exception {
    assertThat(verify("--since", "yesterday")).isEqualTo(2);
    assertThat(verify("--what", "x")).isEqualTo(2);
    assertThat(verify("--since")).isEqualTo(2);
    assertThat(run(prove(), "no-id")).isEqualTo(2);
    assertThat(run(prove(), UUID.randomUUID().toString())).isOne();
  }

  @Test
  void every_sealed_entry_has_a_proof_that_stands_on_its_own() throws Exception {
    var ids =
        trail
            .superuser()
            .sql("select id from audit.entry order by written_in, id")
            .query(UUID.class)
            .list();
    for (var id : ids.subList(0, 15)) {
      out.reset();
      assertThat(run(prove(), id.toString())).isZero();
      assertThat(holds(printed().lines().toList())).isTrue();
      assertThat(
              new String(HexFormat.of().parseHex(word(printed(), "entry")), StandardCharsets.UTF_8))
          .contains("ansinh-audit-entry-v1", id.toString(), "DECLARATION_APPROVED");
    }
    assertThat(run(prove(), ids.getLast().toString())).isOne();
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("not sealed yet");
  }

  @Test
  void a_changed_entry_has_no_proof() throws Exception {
    var id =
        trail
            .superuser()
            .sql("update audit.entry set request_id = 'x' returning id")
            .query(UUID.class)
            .list()
            .getFirst();
    assertThat(run(prove(), id.toString())).isOne();
  }

  @Test
  void the_newest_checkpoint_is_the_copied_line() throws Exception {
    assertThat(run(new ShowCheckpoint(trail.checkpoints()))).isZero();
    assertThat(Files.readAllLines(copy().file())).last().isEqualTo(printed().strip());
  }

  @Test
  void a_made_key_signs_and_is_readable_by_its_owner_only() throws Exception {
    var file = directory.resolve("made.pem");
    assertThat(run(new MakeKey(), file.toString())).isZero();
    assertThat(run(new MakeKey(), file.toString())).as("never overwritten").isOne();
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    var key = SigningKey.read(file);
    assertThat(printed()).contains(key.id()).contains(key.openPem());
    var frontier = new Frontier();
    frontier.append(MerkleTree.leaf(new byte[0]));
    var signed =
        Checkpoint.signed(1, frontier, Checkpoint.NONE_BEFORE, Instant.EPOCH, Place.before(7), key);
    assertThat(TrustedKeys.of(key.open()).signed(Checkpoint.parse(signed.line()))).isTrue();
  }

  /** As docs/audit.md tells a third party to check, with nothing of ours. */
  private static boolean holds(List<String> proof) throws Exception {
    var checkpoint = word(String.join("\n", proof), "checkpoint").split(" ");
    var index = Long.parseLong(word(String.join("\n", proof), "index"));
    var last = Long.parseLong(checkpoint[2]) - 1;
    var hash = sha256("00" + word(String.join("\n", proof), "entry"));
    for (var line : proof) {
      if (line.startsWith("beside ")) {
        var beside = line.substring("beside ".length());
        if (index % 2 == 1 || index == last) {
          hash = sha256("01" + beside + hash);
          while (index % 2 == 0) {
            index /= 2;
            last /= 2;
          }
        } else {
          hash = sha256("01" + hash + beside);
        }
        index /= 2;
        last /= 2;
      }
    }
    return last == 0 && hash.equals(checkpoint[3]);
  }

  private static String sha256(String hex) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(hex)));
  }

  private static String word(String text, String name) {
    return text.lines()
        .filter(it -> it.startsWith(name + " "))
        .findFirst()
        .orElseThrow()
        .substring(name.length() + 1);
  }

  private int verify(String... arguments) throws Exception {
    out.reset();
    return run(
        new VerifyTrail(
            trail.seals(),
            trail.checkpoints(),
            new AuditSettings(false, null, directory.toString(), Duration.ofSeconds(30)),
            new JdbcTransactionManager(trail.application)),
        arguments);
  }

  private ProveEntry prove() {
    return new ProveEntry(
        trail.seals(),
        trail.checkpoints(),
        new StoredTree(trail.seals()),
        new JdbcTransactionManager(trail.application));
  }

  private int run(Command command, String... arguments) throws Exception {
    return command.run(
        List.of(arguments),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private CheckpointCopy copy() {
    return new CheckpointCopy(directory);
  }
}
