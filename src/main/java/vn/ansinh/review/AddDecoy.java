package vn.ansinh.review;

import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.people.People;
import vn.ansinh.platform.Command;

/** Makes an invented person of the register a decoy. */
@Component
@Command.Named(
    value = "decoys add",
    usage = "NUMBER",
    does = "from now on an officer's look at this invented person is an alarm")
class AddDecoy implements Command {

  private final People people;
  private final Decoys decoys;

  AddDecoy(People people, Decoys decoys) {
    this.people = people;
    this.decoys = decoys;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.size() != 1) {
      return 2;
    }
    var person = people.byNumber(arguments.getFirst());
    if (person.isEmpty()) {
      err.println("Nobody in the register has this number: import an invented person first.");
      return 1;
    }
    out.println(
        decoys.add(person.get().id(), Actor.SYSTEM) ? "Watched from now on." : "Watched already.");
    return 0;
  }
}
