package vn.ansinh.launcher;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Settings a checkout brings for its demo where the environment says nothing. They are system
 * properties, which the application reads before its own files.
 */
final class Settings {

  private Settings() {}

  static boolean isDemo() {
    return "demo".equalsIgnoreCase(System.getProperty("ansinh.mode"));
  }

  static boolean hasOwnDatabase() {
    return environment("ANSINH_DATABASE_URL") != null;
  }

  /**
   * Without a word about the mode, it is the demo.
   *
   * @param log the name of a file of this process alone: two writers would cut each other off
   */
  static void publish(Home home, String log) throws IOException {
    var mode = environment("ANSINH_MODE");
    System.setProperty("ansinh.mode", mode == null ? "demo" : mode);
    System.setProperty("ansinh.home", home.directory().toString());
    if (isDemo()) {
      if (environment("ANSINH_SECRET_KEY") == null) {
        System.setProperty("ansinh.secret.key", SecretFile.masterKey(home));
      }
      if (environment("ANSINH_AUDIT_KEY_FILE") == null) {
        System.setProperty("ansinh.audit.key-file", SecretFile.auditKey(home).toString());
      }
      if (environment("ANSINH_AUDIT_COPY_DIRECTORY") == null) {
        System.setProperty(
            "ansinh.audit.copy-directory", home.directory().resolve("audit").toString());
      }
      System.setProperty("logging.file.name", home.log(log).toString());
      System.setProperty("logging.threshold.console", "error");
    }
  }

  static @Nullable String environment(String name) {
    var value = System.getenv(name);
    return value == null || value.isBlank() ? null : value;
  }
}
