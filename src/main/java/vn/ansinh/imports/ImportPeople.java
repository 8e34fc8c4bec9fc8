package vn.ansinh.imports;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Command;

@Component
@Command.Named(
    value = "import people",
    usage = "FILE [--partial]",
    does = "brings a CSV file of people into the register")
final class ImportPeople implements Command {

  private static final int WRONG_ARGUMENTS = 2;

  private final PeopleImport imports;

  ImportPeople(PeopleImport imports) {
    this.imports = imports;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    var rest = new ArrayList<>(arguments);
    boolean partial = rest.remove("--partial");
    if (rest.size() != 1 || rest.getFirst().startsWith("--")) {
      return WRONG_ARGUMENTS;
    }
    var file = rest.getFirst();
    try {
      var request =
          new PeopleImport.Request(Path.of(file), Path.of(file + ".problems.csv"), partial);
      return tell(imports.run(request, new ProgressBar(err, isTerminal())), out, err);
    } catch (ImportFailure | InvalidPathException e) {
      err.println("AnSinh: " + e.getMessage());
      return 1;
    }
  }

  private static int tell(PeopleImported outcome, PrintStream out, PrintStream err) {
    return switch (outcome) {
      case PeopleImported.Done it -> {
        if (it.resumedAfter() > 0) {
          out.println(text("Went on after the %,d rows done before.", it.resumedAfter()));
        }
        out.println(
            text(
                "Imported: %,d added, %,d changed, %,d unchanged, %,d left out.",
                it.added(), it.changed(), it.unchanged(), it.refused()));
        yield 0;
      }
      case PeopleImported.FileRefused(var problems, var report) -> {
        err.println(
            text(
                "AnSinh: nothing imported: %,d problems, listed in %s. Put them right, or leave those"
                    + " rows out with --partial.",
                problems, report));
        yield 1;
      }
      case PeopleImported.Stopped(var rows, var problems, var report) -> {
        err.println(
            text(
                "AnSinh: stopped after %,d rows: the register cannot take %,d of the next, listed in"
                    + " %s. Put them right, or leave them out with --partial.",
                rows, problems, report));
        yield 1;
      }
    };
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  private static boolean isTerminal() {
    var console = System.console();
    return console != null && console.isTerminal();
  }
}
