package vn.ansinh.audit;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.platform.Command;
import vn.ansinh.platform.VietnamTime;

@Component
@Command.Named(
    value = "audit verify",
    usage = "[--checkpoints FILE] [--public-key FILE]… [--since DATE|MOMENT]",
    does = "proves that nobody changed the audit trail, or names the first broken place")
class VerifyTrail implements Command {

  private final SealStore store;
  private final CheckpointStore checkpoints;
  private final AuditSettings settings;
  private final TransactionTemplate snapshot;

  VerifyTrail(
      SealStore store,
      CheckpointStore checkpoints,
      AuditSettings settings,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.checkpoints = checkpoints;
    this.settings = settings;
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
  }

  private record Asked(@Nullable Path copy, List<Path> keys, @Nullable Instant since) {}

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    var asked = parse(arguments);
    if (asked == null) {
      return 2;
    }
    TrustedKeys keys;
    try {
      keys = keys(asked, out);
    } catch (AuditException e) {
      err.println("AnSinh: " + e.getMessage());
      return 1;
    }
    var copy = copy(asked, out);
    var verdict =
        snapshot.execute(_ -> new Verification(store, checkpoints, keys).run(copy, asked.since()));
    return print(verdict, out, err);
  }

  private static int print(Verdict verdict, PrintStream out, PrintStream err) {
    verdict.remarks().forEach(it -> out.println("Note: " + it));
    if (verdict.broken() != null) {
      err.println("BROKEN: " + verdict.broken());
      err.printf("Before that, %d checkpoints proved true.%n", verdict.checkpoints());
      return 1;
    }
    out.printf(
        "The audit trail is whole: %d checkpoints over %d entries proved true; %d entries are not sealed yet.%n",
        verdict.checkpoints(), verdict.entries(), verdict.unsealed());
    if (verdict.newest() != null) {
      out.println("Newest: " + verdict.newest().line());
    }
    return 0;
  }

  private TrustedKeys keys(Asked asked, PrintStream out) {
    var directory = settings.copies();
    var configured = settings.key();
    if (!asked.keys().isEmpty()) {
      return TrustedKeys.read(asked.keys());
    }
    if (directory != null && !new CheckpointCopy(directory).keys().isEmpty()) {
      out.println("Public keys: those in " + directory);
      return TrustedKeys.read(new CheckpointCopy(directory).keys());
    }
    if (configured != null) {
      out.println("Public key: that of " + configured);
      return TrustedKeys.of(SigningKey.read(configured).open());
    }
    throw new AuditException("Which public key is to be believed? Name it with --public-key FILE");
  }

  private @Nullable Path copy(Asked asked, PrintStream out) {
    if (asked.copy() != null) {
      return asked.copy();
    }
    var directory = settings.copies();
    if (directory != null && Files.exists(new CheckpointCopy(directory).file())) {
      var file = new CheckpointCopy(directory).file();
      out.println("Copied checkpoints: " + file);
      return file;
    }
    out.println(
        "Note: without copied checkpoints (--checkpoints FILE) removed newest entries are not noticed");
    return null;
  }

  private static @Nullable Asked parse(List<String> arguments) {
    Path copy = null;
    Instant since = null;
    var keys = new ArrayList<Path>();
    for (var rest = arguments.iterator(); rest.hasNext(); ) {
      var option = rest.next();
      if (!rest.hasNext()) {
        return null;
      }
      var value = rest.next();
      switch (option) {
        case "--checkpoints" -> copy = Path.of(value);
        case "--public-key" -> keys.add(Path.of(value));
        case "--since" -> {
          since = moment(value);
          if (since == null) {
            return null;
          }
        }
        default -> {
          return null;
        }
      }
    }
    return new Asked(copy, keys, since);
  }

  private static @Nullable Instant moment(String text) {
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay(VietnamTime.ZONE).toInstant();
    } catch (java.time.DateTimeException _) {
      return null;
    }
  }
}
