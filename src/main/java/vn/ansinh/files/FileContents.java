package vn.ansinh.files;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Where sealed bytes lie. */
interface FileContents {

  /** Returns only when the bytes would survive a power cut. */
  void write(FileId id, byte[] sealed);

  Optional<byte[]> read(FileId id);

  boolean isMissing(FileId id);

  /** Nothing happens when there is no such content. */
  void erase(FileId id);

  /** Everything written before the given moment, unfinished writes excluded. To be closed. */
  Stream<FileId> writtenBefore(Instant moment);

  /** Removes what broken-off writes before the given moment have left behind. */
  void eraseUnfinished(Instant before);
}
