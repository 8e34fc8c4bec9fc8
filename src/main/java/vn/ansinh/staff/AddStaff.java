package vn.ansinh.staff;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.platform.Command;
import vn.ansinh.platform.VietnamTime;

/** How the first administrator of an installation comes to be. */
@Component
@Command.Named(
    value = "staff add",
    usage = "--user NAME --name \"FULL NAME\" --office CODE [--roles ADMINISTRATOR,REVIEWER,…]",
    does = "adds an officer and prints the first password (without --roles: an administrator)")
class AddStaff implements Command {

  private static final Set<String> OPTIONS = Set.of("--user", "--name", "--office", "--roles");

  private final Officers officers;

  AddStaff(Officers officers) {
    this.officers = officers;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    var details = read(arguments);
    if (details.isEmpty()) {
      return 2;
    }
    return switch (officers.add(details.get(), Actor.SYSTEM)) {
      case OfficerChange.FirstPassword added -> {
        out.println("Added " + details.get().userName() + ". First password, good once and until");
        out.println(VietnamTime.show(added.validUntil()) + " (Vietnam): " + added.password());
        yield 0;
      }
      case OfficerChange.UserNameTaken() -> refused(err, "that user name is taken");
      case OfficerChange.UnknownOffice() -> refused(err, "no such office is open");
      case OfficerChange.Invalid(var fields) -> refused(err, "please correct: " + fields);
      case OfficerChange other -> refused(err, "not possible: " + other);
    };
  }

  private static int refused(PrintStream err, String why) {
    err.println("Nobody was added: " + why);
    return 1;
  }

  private static Optional<OfficerDetails> read(List<String> arguments) {
    var options = options(arguments);
    if (options.isEmpty()
        || !options.keySet().containsAll(Set.of("--user", "--name", "--office"))) {
      return Optional.empty();
    }
    return roles(options.getOrDefault("--roles", Role.ADMINISTRATOR.name()))
        .map(
            roles ->
                new OfficerDetails(
                    options.getOrDefault("--user", ""),
                    options.getOrDefault("--name", ""),
                    options.getOrDefault("--office", ""),
                    roles));
  }

  private static Map<String, String> options(List<String> arguments) {
    var options = new HashMap<String, String>();
    for (int i = 0; i < arguments.size(); i += 2) {
      if (!OPTIONS.contains(arguments.get(i)) || i + 1 == arguments.size()) {
        return Map.of();
      }
      options.put(arguments.get(i), arguments.get(i + 1));
    }
    return options;
  }

  private static Optional<Set<Role>> roles(String typed) {
    try {
      return Optional.of(
          Arrays.stream(typed.split(",")).map(Role::valueOf).collect(Collectors.toSet()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
