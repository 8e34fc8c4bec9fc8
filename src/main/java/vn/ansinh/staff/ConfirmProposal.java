package vn.ansinh.staff;

import java.io.PrintStream;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Command;
import vn.ansinh.platform.VietnamTime;

/** The second pair of eyes where there is one administrator only: whoever operates the machine. */
@Component
@Command.Named(
    value = "staff confirm",
    usage = "[ID]",
    does =
        "lists what waits for a second administrator, or confirms ID where there is no second one")
class ConfirmProposal implements Command {

  private final Proposals proposals;
  private final Officers officers;

  ConfirmProposal(Proposals proposals, Officers officers) {
    this.proposals = proposals;
    this.officers = officers;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    return switch (arguments.size()) {
      case 0 -> list(out);
      case 1 -> confirm(arguments.getFirst(), out, err);
      default -> 2;
    };
  }

  private int list(PrintStream out) {
    var waiting = proposals.waiting();
    if (waiting.isEmpty()) {
      out.println("Nothing waits.");
    }
    waiting.forEach(it -> out.println(line(it)));
    return 0;
  }

  private String line(Proposal proposal) {
    var wanted = proposal.wanted();
    return "%s  %s %s (office %s, roles %s), proposed by %s, until %s"
        .formatted(
            proposal.id(),
            proposal.kind(),
            wanted.userName(),
            wanted.officeCode(),
            wanted.roles(),
            officers.find(proposal.proposedBy()).map(Officer::userName).orElse("?"),
            VietnamTime.show(proposal.expiresAt()));
  }

  private int confirm(String typed, PrintStream out, PrintStream err) {
    UUID id;
    try {
      id = UUID.fromString(typed);
    } catch (IllegalArgumentException e) {
      return 2;
    }
    return switch (proposals.confirmAsOperator(id)) {
      case OfficerChange.Done() -> {
        out.println("Done.");
        yield 0;
      }
      case OfficerChange.FirstPassword made -> {
        out.println("Done. First password, good once and until");
        out.println(VietnamTime.show(made.validUntil()) + " (Vietnam): " + made.password());
        yield 0;
      }
      case OfficerChange.AnotherCanConfirm() ->
          refused(err, "another administrator can, under Staff in the console");
      case OfficerChange.NotFound() -> refused(err, "nothing of that number waits");
      case OfficerChange other -> refused(err, "not possible any more: " + other);
    };
  }

  private static int refused(PrintStream err, String why) {
    err.println("Nothing was confirmed: " + why);
    return 1;
  }
}
