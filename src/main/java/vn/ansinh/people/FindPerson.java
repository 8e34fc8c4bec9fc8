package vn.ansinh.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.identity.IdentityDocuments;
import vn.ansinh.identity.NumberCheck;
import vn.ansinh.platform.Command;

/**
 * Under which id somebody stands in the database, where no number can be searched for. The number
 * is asked for, since arguments stand in the shell's history and the list of processes.
 */
@Component
@Command.Named(
    value = "person find",
    does = "asks for a number on standard input and prints the person's id; audited")
class FindPerson implements Command {

  private final People people;
  private final Audit audit;
  private final TransactionTemplate transaction;

  FindPerson(People people, Audit audit, TransactionTemplate transaction) {
    this.people = people;
    this.audit = audit;
    this.transaction = transaction;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
    if (!arguments.isEmpty()) {
      return 2;
    }
    err.print("Social-insurance number or personal id: ");
    var typed = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return answer(typed.readLine(), out, err);
  }

  int answer(@Nullable String typed, PrintStream out, PrintStream err) {
    if (typed == null
        || !(IdentityDocuments.socialInsuranceNumber(typed)
            instanceof NumberCheck.Valid(var number))) {
      err.println("That is no number: 10 or 12 digits, or the 15 characters of a card.");
      return 1;
    }
    var found = people.byNumber(number);
    if (found.isEmpty()) {
      err.println("Nobody in the register has this number.");
      return 1;
    }
    transaction.executeWithoutResult(
        _ -> audit.record("PERSON_FOUND_BY_OPERATOR", Actor.SYSTEM, Subject.of(found.get().id())));
    out.println(found.get().id().value());
    return 0;
  }
}
