package vn.ansinh.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked and what was answered, written by the client's side and forced to disk before
 * going on: the oracle after a crash.
 */
final class Ledger {

  /** Of one registration, by its number: what was tried and what came of it. */
  record Entry(String tried, String answered) {}

  private final Path file;

  Ledger(Path file) {
    this.file = file;
  }

  void tried(int number, DraftId draft) {
    append("TRIED " + number + " " + draft.value());
  }

  void accepted(int number, Submission.Accepted accepted) {
    append(
        "ANSWERED "
            + number
            + " "
            + accepted.id().value()
            + "/"
            + accepted.code().value()
            + "/"
            + accepted.statusSecret());
  }

  void refused(int number) {
    append("ANSWERED " + number + " refused");
  }

  void note(String line) {
    append("NOTE 0 " + line);
  }

  /** A line cut off by a crash was never acknowledged to anybody and counts as not written. */
  Map<Integer, Entry> entries() {
    var entries = new HashMap<Integer, Entry>();
    for (var line : lines()) {
      var words = line.split(" ");
      if (words.length == 4 && words[3].equals(".")) {
        var number = Integer.valueOf(words[1]);
        var before = entries.getOrDefault(number, new Entry(null, null));
        if (words[0].equals("TRIED")) {
          entries.put(number, new Entry(words[2], before.answered()));
        } else if (words[0].equals("ANSWERED")) {
          entries.put(number, new Entry(before.tried(), words[2]));
        }
      }
    }
    return entries;
  }

  long answers() {
    return entries().values().stream().filter(it -> it.answered() != null).count();
  }

  boolean holds(String text) {
    return lines().stream().anyMatch(it -> it.contains(text));
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void append(String line) {
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      channel.write(ByteBuffer.wrap((line + " .\n").getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
