package vn.ansinh.imports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ansinh.people.NewPerson;

/**
 * Finds numbers that stand in a file twice, exactly and in little memory however long the file is:
 * the numbers go into a few dozen temporary files by their remainder, and each of these is looked
 * through by itself. The files have no name once they are open, so nothing of them stays, not even
 * after a power cut.
 */
final class DuplicateNumbers implements AutoCloseable {

  private static final int PARTS = 32;
  private static final int BUFFER = 1 << 13;

  /** Keeps ten-digit numbers apart from twelve-digit ones, all being below it. */
  private static final long PERSONAL_ID = 1_000_000_000_000L;

  private final List<FileChannel> channels = new ArrayList<>(PARTS);
  private final List<DataOutputStream> parts = new ArrayList<>(PARTS);
  private final long[] counts = new long[PARTS];

  DuplicateNumbers() {
    try {
      var directory = Files.createTempDirectory("ansinh-import");
      for (int i = 0; i < PARTS; i++) {
        var channel =
            FileChannel.open(
                directory.resolve(Integer.toString(i)),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        channels.add(channel);
        parts.add(
            new DataOutputStream(
                new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)));
      }
      Files.delete(directory);
    } catch (IOException e) {
      throw temporary(e);
    }
  }

  void add(long line, NewPerson person) {
    add(line, person.socialInsuranceNumber(), 0);
    add(line, person.personalId(), PERSONAL_ID);
  }

  /** Each line with a number of an earlier line, and that earlier line. */
  Map<Long, Long> find() {
    var found = new HashMap<Long, Long>();
    try {
      for (int i = 0; i < PARTS; i++) {
        parts.get(i).flush();
        find(i, found);
      }
    } catch (IOException e) {
      throw temporary(e);
    }
    return found;
  }

  @Override
  public void close() {
    try {
      for (var channel : channels) {
        channel.close();
      }
    } catch (IOException e) {
      throw temporary(e);
    }
  }

  private void add(long line, @Nullable String number, long offset) {
    if (number == null) {
      return;
    }
    long value = offset + Long.parseLong(number);
    int part = (int) (value % PARTS);
    try {
      parts.get(part).writeLong(value);
      parts.get(part).writeLong(line);
      counts[part]++;
    } catch (IOException e) {
      throw temporary(e);
    }
  }

  private void find(int part, Map<Long, Long> found) throws IOException {
    var firstLines = new LongMap(Math.toIntExact(counts[part]));
    var channel = channels.get(part).position(0);
    var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFER));
    for (long i = 0; i < counts[part]; i++) {
      long value = in.readLong();
      long line = in.readLong();
      long first = firstLines.putIfAbsent(value, line);
      if (first != line) {
        found.putIfAbsent(line, first);
      }
    }
  }

  private static ImportFailure temporary(IOException e) {
    return new ImportFailure(
        "Cannot write temporary files in " + System.getProperty("java.io.tmpdir"),
        new UncheckedIOException(e));
  }
}
