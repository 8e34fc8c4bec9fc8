package vn.ansinh.keys;

import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Command;
import vn.ansinh.platform.Resealing;
import vn.ansinh.platform.VietnamTime;

@Component
@Command.Named(
    value = "keys list",
    does = "shows the master key's name, the data keys, and how much lies under each")
class ListKeys implements Command {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(VietnamTime.ZONE);

  private final RingStore store;
  private final Reseals reseals;

  ListKeys(RingStore store, Reseals reseals) {
    this.store = store;
    this.reseals = reseals;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (!arguments.isEmpty()) {
      return 2;
    }
    var counts = reseals.countByKey();
    out.println("Wrapped by master key " + store.find().master());
    out.printf("%-10s %-16s %-16s %-16s %12s%n", "Key", "made", "replaced", "state", "values");
    for (var key : store.keys()) {
      var places = counts.getOrDefault(key.derived() ? "" : key.id(), Map.of());
      out.printf(
          "%-10s %-16s %-16s %-16s %12d%n",
          key.id(),
          moment(key.madeAt()),
          moment(key.replacedAt()),
          key.state(),
          places.values().stream().mapToLong(Long::longValue).sum());
      places.forEach((place, count) -> out.printf("%61s %12d%n", place, count));
    }
    counts
        .getOrDefault(Resealing.UNKNOWN, Map.of())
        .forEach((place, count) -> out.printf("Not looked at yet: %s %d%n", place, count));
    return 0;
  }

  private static String moment(@Nullable Instant moment) {
    return moment == null ? "" : MOMENT.format(moment);
  }
}
