package vn.ansinh.keys;

import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Command;

@Component
@Command.Named(
    value = "keys rotate",
    does = "makes a new data key: everything is sealed under it from now on")
class RotateKeys implements Command {

  private final RingChanges changes;
  private final HeldRing ring;

  RotateKeys(RingChanges changes, HeldRing ring) {
    this.changes = changes;
    this.ring = ring;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (!arguments.isEmpty()) {
      return 2;
    }
    var before = ring.ring().newest();
    var id = changes.rotate();
    out.printf("Data key %s seals from now on; %s still opens.%n", id, before);
    out.println("Running nodes use it within two minutes. To leave the older keys: keys reseal.");
    return 0;
  }
}
