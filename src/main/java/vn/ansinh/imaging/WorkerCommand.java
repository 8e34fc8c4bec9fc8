package vn.ansinh.imaging;

import com.google.zxing.qrcode.QRCodeReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opencv.core.Core;
import vn.ansinh.imaging.ImagingSettings.Priority;

/**
 * How a worker is started: a small Java machine with nothing on its class path but the program,
 * OpenCV and ZXing, and before it whatever of Linux's own means works for this user on this
 * machine. Tried out once, with a command that does nothing.
 */
final class WorkerCommand {

  private static final List<String> JAVA =
      List.of(
          "-Xmx64m",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=24m",
          "-XX:MaxMetaspaceSize=48m",
          "-XX:CompressedClassSpaceSize=16m",
          "-XX:ActiveProcessorCount=1",
          "-XX:-UseContainerSupport",
          "-XX:-UsePerfData",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:+SuppressFatalErrorMessage",
          "-XX:+ExitOnOutOfMemoryError",
          "-Xshare:auto",
          "--enable-native-access=ALL-UNNAMED");

  /** The strictest first. Without a mapping of users the process has lost root's powers, too. */
  private static final List<List<String>> NAMESPACES =
      List.of(
          List.of("unshare", "--user", "--net", "--ipc", "--pid", "--fork", "--kill-child"),
          List.of("unshare", "--user", "--net"),
          List.of("unshare", "--net"));

  private static final List<String> NICE = List.of("nice", "-n", "10");
  private static final List<String> IDLE = List.of("chrt", "--idle", "0");

  private final List<String> command;

  WorkerCommand(ImagingSettings settings) {
    this.command = settings.command().isEmpty() ? ours(settings) : settings.command();
  }

  ProcessBuilder builder() {
    var builder = new ProcessBuilder(command);
    var environment = builder.environment();
    var path = environment.get("PATH");
    // Nothing is inherited: secrets of the application may be among it.
    environment.clear();
    if (path != null) {
      environment.put("PATH", path);
    }
    environment.put("LANG", "C.UTF-8");
    // Tesseract would start a thread for every processor, and is no faster for it.
    environment.put("OMP_THREAD_LIMIT", "1");
    // A second lock behind the header check, inside the decoder.
    environment.put("OPENCV_IO_MAX_IMAGE_PIXELS", "24000000");
    return builder;
  }

  private static List<String> ours(ImagingSettings settings) {
    var command = new ArrayList<String>();
    // People who wait for a page go first.
    var polite = settings.priority() == Priority.IDLE ? List.of(IDLE, NICE) : List.of(NICE);
    polite.stream().filter(WorkerCommand::works).findFirst().ifPresent(command::addAll);
    if (settings.confined()) {
      NAMESPACES.stream().filter(WorkerCommand::works).findFirst().ifPresent(command::addAll);
      var limits =
          List.of("prlimit", "--as=" + settings.memory() * 1024L * 1024, "--fsize=0", "--core=0");
      if (works(limits)) {
        command.addAll(limits);
      }
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JAVA);
    command.add("-cp");
    command.add(classPath());
    command.addAll(mainClass());
    command.add(NativeLibrary.laidOut(settings.directory()).toString());
    command.add(Long.toString(settings.timeout().toMillis()));
    command.add(settings.confined() ? "confined" : "open");
    return List.copyOf(command);
  }

  private static boolean works(List<String> prefix) {
    var command = Stream.concat(prefix.stream(), Stream.of("true")).toList();
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The libraries first: after the program nothing else is ever opened. */
  private static String classPath() {
    if (isNested()) {
      return System.getProperty("java.class.path");
    }
    return Stream.of(Core.class, QRCodeReader.class, ImageWorker.class)
        .map(WorkerCommand::home)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static List<String> mainClass() {
    return isNested()
        ? List.of(
            "-Dloader.main=" + ImageWorker.class.getName(),
            "org.springframework.boot.loader.launch.PropertiesLauncher")
        : List.of(ImageWorker.class.getName());
  }

  /** Started as one jar with the libraries inside. */
  private static boolean isNested() {
    return location(ImageWorker.class).startsWith("jar:");
  }

  private static String home(Class<?> type) {
    return new File(java.net.URI.create(location(type))).getPath();
  }

  private static String location(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().toString();
  }
}
