package vn.ansinh.audit;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.platform.Command;

@Component
@Command.Named(
    value = "audit prove",
    usage = "ENTRY-ID",
    does = "prints a proof that an entry stands in the sealed trail")
class ProveEntry implements Command {

  private static final String BROKEN =
      "The entry does not lead to the signed root: run bin/ansinh audit verify";
  private static final HexFormat HEX = HexFormat.of();

  private final SealStore store;
  private final CheckpointStore checkpoints;
  private final StoredTree tree;
  private final TransactionTemplate snapshot;

  ProveEntry(
      SealStore store,
      CheckpointStore checkpoints,
      StoredTree tree,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.checkpoints = checkpoints;
    this.tree = tree;
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    UUID id;
    try {
      id = UUID.fromString(arguments.size() == 1 ? arguments.getFirst() : "");
    } catch (IllegalArgumentException _) {
      return 2;
    }
    try {
      snapshot.executeWithoutResult(_ -> prove(id, out));
      return 0;
    } catch (AuditException e) {
      err.println("AnSinh: " + e.getMessage());
      return 1;
    }
  }

  private void prove(UUID id, PrintStream out) {
    var place = store.placeOf(id).orElseThrow(() -> new AuditException("There is no entry " + id));
    var covering =
        checkpoints
            .covering(place)
            .orElseThrow(() -> new AuditException("Entry " + id + " is not sealed yet"));
    var newest = checkpoints.newest().orElseThrow();
    var before = before(covering);
    var batch =
        store.between(before == null ? Place.START : before.through(), Long.MAX_VALUE, Sealer.MOST);
    var at =
        batch.stream()
            .sorted(Comparator.comparing(SealedEntry::place))
            .map(SealedEntry::id)
            .toList()
            .indexOf(id);
    if (at < 0) {
      throw new AuditException(BROKEN);
    }
    var entry = batch.get(at);
    var index = at + (before == null ? 0 : before.size());
    var path = MerkleTree.inclusion(index, newest.size(), tree);
    if (!MerkleTree.includes(newest.root(), newest.size(), index, entry.leaf(), path)) {
      throw new AuditException(BROKEN);
    }
    out.println("checkpoint " + newest.line());
    out.println("index " + index);
    out.println("entry " + HEX.formatHex(entry.encoded()));
    out.println("leaf " + HEX.formatHex(entry.leaf()));
    path.forEach(it -> out.println("beside " + HEX.formatHex(it)));
  }

  private @Nullable Checkpoint before(Checkpoint checkpoint) {
    return checkpoint.number() == 1
        ? null
        : checkpoints.find(checkpoint.number() - 1).orElseThrow(() -> new AuditException(BROKEN));
  }
}
