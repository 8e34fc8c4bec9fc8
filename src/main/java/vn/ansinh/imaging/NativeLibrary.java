package vn.ansinh.imaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import nu.pattern.OpenCV;

/**
 * OpenCV's native library out of the jar, laid out once as a file that workers load. The web
 * process only copies it; it never loads it.
 */
final class NativeLibrary {

  private NativeLibrary() {}

  static Path laidOut(Path directory) {
    var resource = resource();
    var target = directory.resolve("4.9.0-0-" + resource.replace('/', '-')).toAbsolutePath();
    if (Files.isRegularFile(target)) {
      return target;
    }
    try {
      Files.createDirectories(directory);
      var draft = Files.createTempFile(directory, "library", ".part");
      try (var in = OpenCV.class.getResourceAsStream("/nu/pattern/opencv/" + resource)) {
        if (in == null) {
          throw new ImagingException("there is no OpenCV for this machine: " + resource);
        }
        Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
        // Complete or not there, also when several nodes of one machine start together.
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
      return target;
    } catch (IOException e) {
      throw new ImagingException("OpenCV's library cannot be laid out in " + directory, e);
    }
  }

  private static String resource() {
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    boolean arm = System.getProperty("os.arch", "").equals("aarch64");
    if (system.contains("mac")) {
      return (arm ? "osx/ARMv8" : "osx/x86_64") + "/libopencv_java490.dylib";
    }
    return system.contains("windows")
        ? "windows/x86_64/opencv_java490.dll"
        : (arm ? "linux/ARMv8" : "linux/x86_64") + "/libopencv_java490.so";
  }
}
