package vn.ansinh.launcher;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows {@code bin/run}.
 *
 * @param reset whether everything under {@code var/} is deleted first
 */
record Options(int port, boolean reset) {

  static final int DEFAULT_PORT = 8080;

  static Options of(List<String> arguments, @Nullable String configuredPort) {
    var port = configuredPort == null ? DEFAULT_PORT : port(configuredPort, "ANSINH_PORT");
    var reset = false;
    for (var rest = arguments.iterator(); rest.hasNext(); ) {
      var argument = rest.next();
      if (argument.equals("--reset")) {
        reset = true;
      } else if (argument.equals("--port") && rest.hasNext()) {
        port = port(rest.next(), "--port");
      } else if (argument.startsWith("--port=")) {
        port = port(argument.substring("--port=".length()), "--port");
      } else {
        throw new Refusal("Unknown option " + argument + ": see bin/run --help");
      }
    }
    return new Options(port, reset);
  }

  private static int port(String text, String where) {
    try {
      var port = Integer.parseInt(text);
      if (port > 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException _) {
      // answered below, like a number out of range
    }
    throw new Refusal(where + " needs a number from 1 to 65535, not " + text);
  }
}
