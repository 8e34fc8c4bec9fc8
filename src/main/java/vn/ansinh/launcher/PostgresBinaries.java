package vn.ansinh.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that come in a jar, unpacked once. */
record PostgresBinaries(Path directory) {

  /** The major version in the jar; data directories of others are refused. */
  static final String MAJOR = "18";

  static PostgresBinaries unpackedIn(Home home) throws IOException {
    var name = archiveName();
    var archive = PostgresBinaries.class.getResource("/" + name);
    if (archive == null) {
      throw new Refusal(
          "No PostgreSQL comes with this build for this machine ("
              + name
              + "): set ANSINH_DATABASE_URL to a PostgreSQL 15-18 of your own");
    }
    var ready = home.postgres().resolve(name.replace(".txz", "-" + checksum(archive)));
    if (!Files.isDirectory(ready)) {
      var draft = ready.resolveSibling(ready.getFileName() + ".new");
      Trees.delete(draft);
      try (var content = archive.openStream()) {
        unpack(content, draft);
      }
      Files.move(draft, ready, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresBinaries(ready);
  }

  String program(String name) {
    return directory.resolve("bin").resolve(name).toString();
  }

  /** From the jar's directory, so that a newer minor version is unpacked beside the old one. */
  private static String checksum(URL archive) throws IOException {
    var entry = ((JarURLConnection) archive.openConnection()).getJarEntry();
    return Long.toHexString(entry.getCrc());
  }

  private static String archiveName() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return "postgres-%s-%s.txz"
        .formatted(
            system.startsWith("mac") ? "darwin" : system,
            switch (processor) {
              case "amd64", "x86_64" -> "x86_64";
              case "aarch64", "arm64" -> "arm_64";
              default -> processor;
            });
  }

  private static void unpack(InputStream archive, Path into) throws IOException {
    Files.createDirectories(into);
    try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, into.resolve(entry.getName()));
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    var runs = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
