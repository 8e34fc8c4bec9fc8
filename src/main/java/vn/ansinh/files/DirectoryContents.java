package vn.ansinh.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.ansinh.platform.Ids;

/**
 * Contents in a directory, spread over 256 subdirectories by the random end of the id. A file
 * appears under its name only when complete: written aside, forced to disk, renamed, and the rename
 * forced to disk as well.
 */
class DirectoryContents implements FileContents {

  private static final String UNFINISHED = ".part";
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Path root;

  DirectoryContents(FilesSettings settings) {
    this.root = settings.directory();
  }

  @Override
  public void write(FileId id, byte[] sealed) {
    var directory = directory(id);
    var target = path(id);
    // A name of its own: two nodes may keep the same picture at once, and the last one counts.
    var part = directory.resolve(id.value() + "." + Ids.next() + UNFINISHED);
    try {
      if (!Files.isDirectory(directory)) {
        Files.createDirectories(directory);
        force(root);
      }
      try (var channel = FileChannel.open(part, WRITE, CREATE_NEW)) {
        var bytes = ByteBuffer.wrap(sealed);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(part, target, ATOMIC_MOVE);
      force(directory);
    } catch (IOException e) {
      discard(part);
      throw new FilesException("a picture could not be written", e);
    }
  }

  @Override
  public Optional<byte[]> read(FileId id) {
    try {
      return Optional.of(Files.readAllBytes(path(id)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new FilesException("a picture could not be read", e);
    }
  }

  @Override
  public boolean isMissing(FileId id) {
    return Files.notExists(path(id));
  }

  @Override
  public void erase(FileId id) {
    delete(path(id));
  }

  @Override
  public Stream<FileId> writtenBefore(Instant moment) {
    return walk()
        .filter(it -> NAME.matcher(it.getFileName().toString()).matches())
        .filter(it -> modified(it).isBefore(moment))
        .map(it -> new FileId(UUID.fromString(it.getFileName().toString())));
  }

  @Override
  public void eraseUnfinished(Instant before) {
    try (var files = walk()) {
      files
          .filter(it -> it.getFileName().toString().endsWith(UNFINISHED))
          .filter(it -> modified(it).isBefore(before))
          .forEach(DirectoryContents::delete);
    }
  }

  private Path path(FileId id) {
    return directory(id).resolve(id.value().toString());
  }

  private Path directory(FileId id) {
    var name = id.value().toString();
    return root.resolve(name.substring(name.length() - 2));
  }

  private Stream<Path> walk() {
    try {
      return Files.isDirectory(root) ? Files.walk(root, 2) : Stream.empty();
    } catch (IOException e) {
      throw new FilesException("the directory of pictures cannot be listed", e);
    }
  }

  private static Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (NoSuchFileException e) {
      return Instant.MAX;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new FilesException("a picture could not be erased", e);
    }
  }

  /** Half a picture takes room that a full disk has not; what cannot go now goes with the sweep. */
  private static void discard(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException _) {
      // The sweep erases what is unfinished and old.
    }
  }

  private static void force(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, READ)) {
      channel.force(true);
    }
  }
}
