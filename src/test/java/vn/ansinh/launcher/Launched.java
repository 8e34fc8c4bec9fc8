package vn.ansinh.launcher;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * {@code bin/run} as a process of its own, as far as Java goes. In {@code bin/check} it is the
 * packaged program that runs; otherwise the classes as compiled.
 */
public final class Launched implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Where {@code bin/check} has unpacked it, or empty. */
  private static final String PACKAGED = System.getProperty("ansinh.packaged", "");

  private final Process process;
  private final Path output;
  private final int port;

  private Launched(Process process, Path output, int port) {
    this.process = process;
    this.output = output;
    this.port = port;
  }

  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  static Launched run(Path home, int port) throws IOException {
    return run(home, port, Map.of());
  }

  /**
   * @param environment over an environment that says nothing about AnSinh; {@code CLASSPATH_FIRST}
   *     puts a directory before everything else
   */
  static Launched run(Path home, int port, Map<String, String> environment) throws IOException {
    return start(
        List.of("-Dansinh.home=" + home, Run.class.getName(), "--port", Integer.toString(port)),
        port,
        environment);
  }

  /** The server itself, as production starts it. */
  static Launched plain(Map<String, String> environment) throws IOException {
    return start(List.of(vn.ansinh.AnSinh.class.getName()), 0, environment);
  }

  /** The server itself on a port the test knows. */
  public static Launched server(int port, Map<String, String> environment) throws IOException {
    return start(List.of(vn.ansinh.AnSinh.class.getName()), port, environment);
  }

  /** {@code bin/ansinh} with its arguments. */
  public static Launched command(Map<String, String> environment, String... arguments)
      throws IOException {
    var command = new ArrayList<>(List.of(Operator.class.getName()));
    command.addAll(List.of(arguments));
    return start(command, 0, environment);
  }

  private static Launched start(List<String> arguments, int port, Map<String, String> environment)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", classPath(environment.getOrDefault("CLASSPATH_FIRST", ""))));
    command.addAll(arguments);
    var output = Files.createTempFile("launched", ".log");
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(it -> it.startsWith("ANSINH_"));
    builder.environment().putAll(environment);
    return new Launched(builder.start(), output, port);
  }

  private static String classPath(String first) {
    var program = PACKAGED.isEmpty() ? compiled() : Path.of(PACKAGED, "ansinh.jar").toString();
    return first.isEmpty() ? program : first + File.pathSeparator + program;
  }

  private static String compiled() {
    var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(it -> !it.contains("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** As the system counts it. */
  public long residentKilobytes() throws IOException {
    var asking = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
    try (var answer = asking.inputReader()) {
      return Long.parseLong(answer.readLine().strip());
    }
  }

  /**
   * Everything the process still holds on to, byte by byte, as somebody with its dump would see it.
   */
  public Path heap(Path dump) throws IOException, InterruptedException {
    var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var pid = Long.toString(process.pid());
    var dumping =
        new ProcessBuilder(tool, pid, "GC.heap_dump", dump.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!dumping.waitFor(2, TimeUnit.MINUTES) || dumping.exitValue() != 0) {
      throw new AssertionError("no dump of the heap");
    }
    return dump;
  }

  public Launched untilReady() throws Exception {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (status("/readyz") != 200) {
      if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        throw new AssertionError("not ready: " + output());
      }
    }
    return this;
  }

  int status(String path) throws InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .timeout(Duration.ofSeconds(10))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException _) {
      return 0;
    }
  }

  void killed() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asked to stop, as by Ctrl-C or a service manager. */
  public int stopped() throws InterruptedException {
    process.destroy();
    return exit();
  }

  public int exit() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("does not end");
    }
    return process.exitValue();
  }

  public String output() throws IOException {
    return Files.readString(output);
  }

  /** What an operator sees of a refusal. */
  List<String> complaints() throws IOException {
    return output()
        .lines()
        .filter(it -> !it.startsWith("Starting ") && !it.contains("\"level\":\"INFO\""))
        .toList();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(output);
  }
}
