package vn.ansinh.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.ansinh.audit.Tampering.Kind;

/** Goal S8: a thousand deeds of a database superuser, a thousand found. */
class TamperingTest {

  private static final int DEEDS = 1_000;

  private static final SigningKey ATTACKERS = SigningKey.make();

  @TempDir static Path directory;

  static Trail trail;
  static CheckpointCopy copy;

  /** More than 256 entries, so that a stored subtree is among them. */
  @BeforeAll
  static void sealed_and_copied() {
    trail = new Trail();
    copy = new CheckpointCopy(directory);
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        trail.write(10 + j);
      }
      trail.sealer().sealAll();
    }
    trail.copying(copy).copyAll();
    assertThat(trail.verify(copy.file()).broken()).isNull();
    assertThat(trail.verify(null).entries()).isEqualTo(300);
  }

  @Test
  void a_thousand_of_a_thousand_are_found() throws SQLException {
    var seed = System.nanoTime();
    System.out.println("TamperingTest seed " + seed);
    var random = new Random(seed);
    var keys = TrustedKeys.of(trail.key.open());
    var missed = new ArrayList<String>();
    var found = new EnumMap<Kind, Integer>(Kind.class);
    try (var one = trail.oneConnection()) {
      for (int deed = 0; deed < DEEDS; deed++) {
        var kind = Kind.values()[deed % Kind.values().length];
        // Against recomputing, the signatures must be enough.
        var verdict = verdict(one, kind, random, kind.isRecomputed() ? null : copy.file(), keys);
        if (verdict.broken() == null) {
          missed.add(deed + ": " + kind);
        } else {
          found.merge(kind, 1, Integer::sum);
        }
      }
    }
    System.out.println("TamperingTest found " + found);
    assertThat(missed).as("seed " + seed).isEmpty();
    assertThat(found.values().stream().mapToInt(it -> it).sum()).isEqualTo(DEEDS);
  }

  @Test
  void without_signatures_a_recomputed_trail_would_pass() throws SQLException {
    assertThat(missedOf(Kind.RECOMPUTE_WITH_OWN_KEY, null, null)).isEqualTo(20);
  }

  @Test
  void without_copied_checkpoints_a_clean_truncation_would_pass() throws SQLException {
    var keys = TrustedKeys.of(trail.key.open());
    assertThat(missedOf(Kind.TRUNCATE_ENTRIES_AND_SEALS, null, keys)).isEqualTo(20);
    assertThat(missedOf(Kind.TRUNCATE_ENTRIES_AND_SEALS, copy.file(), keys)).isZero();
  }

  @Test
  void the_place_is_named() throws SQLException {
    var keys = TrustedKeys.of(trail.key.open());
    var said =
        Map.of(
            Kind.EDIT_TIME, "sealed 60 entries, 60 stand now; the first difference is at the",
            Kind.INSERT, "sealed 60 entries, 61 stand now; the first difference is at the",
            Kind.DELETE_CHECKPOINT, "is missing",
            Kind.EDIT_SUBTREE, "subtree",
            Kind.EDIT_LEAVES, "the hashes stored for it were changed",
            Kind.RECOMPUTE_WITH_OWN_KEY, "which nobody vouches for",
            Kind.RECOMPUTE_AND_SIGN_AS_US, "The signature of checkpoint",
            Kind.TRUNCATE_ALL, "the database ends with the beginning");
    try (var one = trail.oneConnection()) {
      for (var entry : said.entrySet()) {
        var deed = entry.getKey();
        var place = deed.isRecomputed() || deed == Kind.DELETE_CHECKPOINT ? null : copy.file();
        var verdict = verdict(one, deed, new Random(deed.ordinal()), place, keys);
        assertThat(verdict.broken()).as(deed.name()).contains(entry.getValue());
      }
    }
  }

  private static int missedOf(Kind kind, @Nullable Path file, @Nullable TrustedKeys keys)
      throws SQLException {
    var random = new Random(20);
    var verdicts = new ArrayList<Verdict>();
    try (var one = trail.oneConnection()) {
      for (int i = 0; i < 20; i++) {
        verdicts.add(verdict(one, kind, random, file, keys));
      }
    }
    return (int) verdicts.stream().filter(it -> it.broken() == null).count();
  }

  private static Verdict verdict(
      SingleConnectionDataSource one,
      Kind kind,
      Random random,
      @Nullable Path file,
      @Nullable TrustedKeys keys)
      throws SQLException {
    try {
      new Tampering(JdbcClient.create(one), random, ATTACKERS).commit(kind);
      return Trail.verification(one, keys).run(file, null);
    } finally {
      one.getConnection().rollback();
    }
  }
}
