import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Starts the packaged program again and again on a database that is already migrated: A B A B, page
 * cache dropped before each start where this user may. A JDK alone runs it.
 */
class Startup {

  static final String[] OPTIONS = {"-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED"};

  public static void main(String[] arguments) throws Exception {
    var java = arguments[0];
    var jar = Path.of(arguments[1], "ansinh.jar").toString();
    var repetitions = Integer.parseInt(arguments[2]);
    var work = Files.createTempDirectory("ansinh-startup");
    var cache = work.resolve("ansinh.aot");
    try {
      System.out.println("Making the database and the AOT cache (not measured)");
      start(java, jar, work, List.of("-XX:AOTCacheOutput=" + cache), true);
      var without = new double[repetitions];
      var with = new double[repetitions];
      for (var i = 0; i < repetitions; i++) {
        dropPageCache();
        without[i] = start(java, jar, work, List.of(), false);
        dropPageCache();
        with[i] = start(java, jar, work, List.of("-XX:AOTCache=" + cache), false);
        System.out.printf("  %d: without %.2f s, with %.2f s%n", i + 1, without[i], with[i]);
      }
      report(without, with, Files.size(cache));
    } finally {
      delete(work);
    }
  }

  static void report(double[] without, double[] with, long bytes) {
    System.out.println();
    System.out.println("| start-up, exec to ready | median | fastest | slowest |");
    System.out.println("|---|---|---|---|");
    row("without AOT cache", without);
    row("with AOT cache (%d MB)".formatted(bytes / 1_000_000), with);
    System.out.printf("%nRatio of medians: %.2f (goal P7: 0.55 or less)%n", median(with) / median(without));
  }

  static void row(String name, double[] seconds) {
    var sorted = seconds.clone();
    Arrays.sort(sorted);
    System.out.printf(
        "| %s | %.2f s | %.2f s | %.2f s |%n", name, median(seconds), sorted[0], sorted[sorted.length - 1]);
  }

  static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  static double start(String java, String jar, Path work, List<String> extra, boolean warm)
      throws Exception {
    var port = freePort();
    var command = new ArrayList<>(List.of(java));
    command.addAll(List.of(OPTIONS));
    command.addAll(extra);
    command.add("-Dansinh.home=" + work.resolve("var"));
    command.addAll(List.of("-cp", jar, "vn.ansinh.launcher.Run", "--port", String.valueOf(port)));
    var log = work.resolve("out.log").toFile();
    var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
    builder.environment().keySet().removeIf(it -> it.startsWith("ANSINH_"));
    var begin = System.nanoTime();
    var process = builder.start();
    while (!answers(port, "/readyz")) {
      if (!process.isAlive()) {
        throw new IllegalStateException(Files.readString(log.toPath()));
      }
      Thread.sleep(5);
    }
    var seconds = (System.nanoTime() - begin) / 1e9;
    if (warm) {
      for (var path : List.of("/", "/dang-ky", "/console", "/demo/outbox")) {
        answers(port, path);
      }
    }
    process.destroy();
    process.waitFor();
    return seconds;
  }

  static boolean answers(int port, String path) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
      socket.setSoTimeout(20_000);
      var out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII);
      out.write("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n");
      out.flush();
      var head = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      return head.endsWith(" 200");
    } catch (IOException e) {
      return false;
    }
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  static void dropPageCache() {
    try {
      new ProcessBuilder("sync").start().waitFor();
      Files.writeString(Path.of("/proc/sys/vm/drop_caches"), "3");
    } catch (IOException | InterruptedException e) {
      // Only the administrator may; the figures are then those of a warm page cache.
    }
  }

  static void delete(Path tree) throws IOException {
    try (var files = Files.walk(tree)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
