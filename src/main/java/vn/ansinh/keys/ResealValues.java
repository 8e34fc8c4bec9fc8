package vn.ansinh.keys;

import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Command;

@Component
@Command.Named(
    value = "keys reseal",
    does = "seals again what lies under older data keys; goes on where it was broken off")
class ResealValues implements Command {

  private final Reseals reseals;

  ResealValues(Reseals reseals) {
    this.reseals = reseals;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (!arguments.isEmpty()) {
      return 2;
    }
    for (var place : reseals.places()) {
      var progress = reseals.reseal(place);
      out.printf(
          "%-40s %10d looked at, %10d sealed again%n",
          place.place(), progress.seen(), progress.resealed());
    }
    return 0;
  }
}
