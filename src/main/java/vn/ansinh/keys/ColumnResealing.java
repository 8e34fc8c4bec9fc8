package vn.ansinh.keys;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.keys.ColumnStore.Value;
import vn.ansinh.platform.Resealing;
import vn.ansinh.platform.SealedColumn;
import vn.ansinh.platform.Secrets;

/**
 * One sealed column, a row at a time: nobody waits for more than one row, and a value changed
 * meanwhile stays as it was written.
 */
final class ColumnResealing implements Resealing {

  private final SealedColumn column;
  private final ColumnStore store;
  private final Secrets secrets;
  private final HeldRing ring;
  private final TransactionTemplate transaction;

  ColumnResealing(
      SealedColumn column,
      ColumnStore store,
      Secrets secrets,
      HeldRing ring,
      TransactionTemplate transaction) {
    this.column = column;
    this.store = store;
    this.secrets = secrets;
    this.ring = ring;
    this.transaction = transaction;
  }

  @Override
  public String place() {
    return column.name();
  }

  @Override
  public Map<String, Long> countByKey() {
    return store.countByKey(column);
  }

  @Override
  public Steps reseal(@Nullable String after, int most) {
    var types = store.typesOfKey(column);
    var newest = ring.ring().newest();
    var values = store.after(column, types, after, most);
    long resealed =
        values.stream()
            .filter(it -> !Secrets.keyOf(it.sealed()).equals(newest) || isInFormerContext(it))
            .filter(it -> reseal(types, it))
            .count();
    var through = values.size() < most;
    return new Steps(through ? null : values.getLast().key(), values.size(), resealed);
  }

  private boolean isInFormerContext(Value value) {
    return value.former() != null
        && !secrets.opens(value.sealed(), column.context() + value.owner());
  }

  private boolean reseal(List<String> types, Value value) {
    var context = column.context() + value.owner();
    var former = value.former() == null ? context : column.context() + value.former();
    var sealed = secrets.seal(secrets.open(value.sealed(), context, former), context);
    Boolean replaced =
        transaction.execute(
            _ -> {
              store.doNotWaitForDisk();
              return store.replace(column, types, value, sealed);
            });
    return replaced;
  }
}
