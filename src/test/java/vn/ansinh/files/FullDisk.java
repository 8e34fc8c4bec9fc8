package vn.ansinh.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.dao.DataAccessException;
import vn.ansinh.support.TestDatabase;

/**
 * A program for {@link FullDiskTest}: a node whose pictures, and whose database's table of uploads,
 * lie on file systems of a megabyte or two, mounted for it alone.
 *
 * <p>Argument: the mounted directory. Says what went well.
 */
final class FullDisk {

  private FullDisk() {}

  public static void main(String[] arguments) throws Exception {
    var disk = Path.of(arguments[0]);
    var database = TestDatabase.another();
    try (var node = node(database, Map.of("ansinh.files.directory", disk.resolve("files")))) {
      picturesWaitUntilThereIsRoom(disk, node.getBean(vn.ansinh.files.Files.class));
    }
    System.out.println("PICTURES WELL");
    try (var node = node(database, Map.of("ansinh.files.safekeeping", "false"))) {
      uploadsAreRefusedUntilThereIsRoom(disk, database, node.getBean(vn.ansinh.files.Files.class));
    }
    System.out.println("DATABASE WELL");
    System.exit(0);
  }

  private static void picturesWaitUntilThereIsRoom(Path disk, vn.ansinh.files.Files files)
      throws IOException {
    SafePictures.await(files, stored(files));
    var ballast = disk.resolve("ballast");
    fill(ballast);
    var waiting = stored(files);
    long until = System.nanoTime() + 2_000_000_000L;
    while (System.nanoTime() < until) {
      check(
          files.safety(java.util.List.of(waiting)).get(waiting) instanceof Safety.Waiting,
          "it was decided on a full disk");
    }
    try (var left = Files.walk(disk)) {
      check(left.noneMatch(it -> it.toString().endsWith(".part")), "half a picture was left");
    }
    Files.delete(ballast);
    check(SafePictures.await(files, waiting).jpeg().length > 0, "it was not kept");
  }

  private static void uploadsAreRefusedUntilThereIsRoom(
      Path disk, String database, vn.ansinh.files.Files files) throws Exception {
    var space = Files.createDirectory(disk.resolve("space"));
    own(database, "create tablespace tiny location '" + space + "'");
    own(database, "alter table files.original set tablespace tiny");
    var ballast = disk.resolve("ballast");
    fill(ballast);
    long before = count(database);
    try {
      for (int i = 0; i < 200; i++) {
        stored(files);
        before = count(database);
      }
      throw new AssertionError("two hundred uploads found room on a full disk");
    } catch (DataAccessException e) {
      check(e.getMessage().toLowerCase(Locale.ROOT).contains("no space left"), e.toString());
    }
    check(count(database) == before, "half an upload stayed");
    Files.delete(ballast);
    stored(files);
    check(count(database) == before + 1, "it does not go on");
  }

  private static FileId stored(vn.ansinh.files.Files files) {
    var picture = Pictures.jpeg(640, 480);
    var upload = files.store(UUID.randomUUID(), FileKind.PORTRAIT, picture);
    return ((Upload.Stored) upload).id();
  }

  private static void fill(Path ballast) throws IOException {
    try (var out = Files.newOutputStream(ballast)) {
      var block = new byte[4096];
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      check(full.getMessage().contains("No space left"), full.toString());
    }
  }

  private static long count(String database) throws SQLException {
    try (var connection = DriverManager.getConnection(database, "postgres", "postgres");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from files.file")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void own(String database, String command) throws SQLException {
    try (var connection = DriverManager.getConnection(database, "postgres", "postgres");
        var statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static void check(boolean well, String what) {
    if (!well) {
      throw new AssertionError(what);
    }
  }

  private static org.springframework.context.ConfigurableApplicationContext node(
      String database, Map<String, Object> more) {
    var settings = new HashMap<>(TestDatabase.settings(database));
    settings.put("ansinh.files.poll", "100ms");
    settings.put("ansinh.files.retry-after", "100ms");
    settings.put("ansinh.files.reading", "false");
    settings.putAll(more);
    return new SpringApplicationBuilder(SafekeepingTest.Node.class)
        .web(WebApplicationType.NONE)
        .run(
            settings.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new));
  }
}
