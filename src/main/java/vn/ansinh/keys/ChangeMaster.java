package vn.ansinh.keys;

import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Command;

@Component
@Command.Named(
    value = "keys change-master",
    does = "wraps the keys by the first of the master keys set here, instead of the one before")
class ChangeMaster implements Command {

  private final RingChanges changes;

  ChangeMaster(RingChanges changes) {
    this.changes = changes;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (!arguments.isEmpty()) {
      return 2;
    }
    var names = changes.changeMaster();
    out.printf("The keys are wrapped by %s; before by %s.%n", names.getValue(), names.getKey());
    out.println("Take the old one out of the settings of every node; keep it as long as backups");
    out.println("of the database from before now.");
    return 0;
  }
}
