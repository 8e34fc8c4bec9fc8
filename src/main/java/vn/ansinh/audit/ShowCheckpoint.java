package vn.ansinh.audit;

import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Command;

@Component
@Command.Named(value = "audit checkpoint", does = "prints the newest checkpoint of the audit trail")
class ShowCheckpoint implements Command {

  private final CheckpointStore checkpoints;

  ShowCheckpoint(CheckpointStore checkpoints) {
    this.checkpoints = checkpoints;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (!arguments.isEmpty()) {
      return 2;
    }
    var newest = checkpoints.newest();
    if (newest.isEmpty()) {
      err.println("AnSinh: nothing is sealed yet");
      return 1;
    }
    out.println(newest.get().line());
    return 0;
  }
}
