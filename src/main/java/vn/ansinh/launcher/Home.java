package vn.ansinh.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The directory in which one installation keeps everything it must not lose: {@code var/} of the
 * checkout, or {@code ANSINH_HOME}.
 */
record Home(Path directory) {

  static Home configured() {
    return at(Path.of(System.getProperty("ansinh.home", "var")));
  }

  /**
   * Made if it is not there; links in the path are resolved, so that one directory has one name.
   */
  static Home at(Path directory) {
    try {
      Files.createDirectories(directory);
      Files.createDirectories(directory.resolve("log"));
      return new Home(directory.toRealPath());
    } catch (IOException e) {
      throw unwritable(directory, e);
    }
  }

  static Refusal unwritable(Path directory, IOException reason) {
    return new Refusal(
        "Cannot write "
            + directory.toAbsolutePath()
            + ": give it to this user, or set ANSINH_HOME to another directory",
        reason);
  }

  Path postgres() {
    return directory.resolve("postgres");
  }

  Path data() {
    return postgres().resolve("data");
  }

  Path log(String name) {
    return directory.resolve("log").resolve(name);
  }

  /** For files that only the owner may read. */
  Path secrets() throws IOException {
    var secrets = directory.resolve("secrets");
    if (!Files.isDirectory(secrets)) {
      Files.createDirectory(
          secrets,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return secrets;
  }
}
