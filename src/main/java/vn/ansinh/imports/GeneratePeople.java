package vn.ansinh.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.Command;

@Command.Named(
    value = "generate people",
    usage = "--count N --seed S [--out FILE]",
    does = "writes invented people as CSV",
    database = false)
final class GeneratePeople implements Command {

  private static final int WRONG_ARGUMENTS = 2;

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
    var options = Options.of(arguments);
    if (options == null) {
      err.println(
          "--count takes 1 to %d, --seed any whole number".formatted(MadeNumbers.MOST_PEOPLE));
      return WRONG_ARGUMENTS;
    }
    if (options.out() == null) {
      write(options, out);
      return 0;
    }
    var start = System.nanoTime();
    try (var file = Files.newOutputStream(options.out())) {
      write(options, file);
    } catch (IOException e) {
      err.println("AnSinh: cannot write " + options.out() + ": " + ImportFailure.reason(e));
      return 1;
    }
    var took = Duration.ofNanos(System.nanoTime() - start);
    err.println(
        String.format(
            Locale.ROOT,
            "%,d people in %s (%.1f s)",
            options.count(),
            options.out(),
            took.toMillis() / 1000.0));
    return 0;
  }

  private static void write(Options options, OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    new PeopleGenerator(options.seed()).write(options.count(), writer);
    writer.flush();
  }

  /** What follows the command's name. */
  private record Options(long count, long seed, @Nullable Path out) {

    /** Nothing when they make no sense. */
    static @Nullable Options of(List<String> arguments) {
      long count = 0;
      @Nullable Long seed = null;
      @Nullable Path out = null;
      try {
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
          var value = arguments.get(i + 1);
          switch (arguments.get(i)) {
            case "--count" -> count = Long.parseLong(value);
            case "--seed" -> seed = Long.valueOf(value);
            case "--out" -> out = Path.of(value);
            default -> {
              return null;
            }
          }
        }
      } catch (NumberFormatException e) {
        return null;
      }
      boolean possible = count >= 1 && count <= MadeNumbers.MOST_PEOPLE;
      return seed == null || arguments.size() % 2 == 1 || !possible
          ? null
          : new Options(count, seed, out);
    }
  }
}
