package vn.ansinh.adjusting;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ansinh.files.FileId;
import vn.ansinh.files.FileKind;

/** Photos of papers, one of a kind at most. */
public record EvidencePictures(Map<FileKind, FileId> ids) {

  /** What can be sent. */
  public static final List<FileKind> KINDS =
      List.of(
          FileKind.BIRTH_CERTIFICATE,
          FileKind.PAPER_FRONT,
          FileKind.PAPER_BACK,
          FileKind.RESIDENCE_PAPER);

  public EvidencePictures {
    var kept = new EnumMap<FileKind, FileId>(FileKind.class);
    kept.putAll(ids);
    ids = Collections.unmodifiableMap(kept);
  }

  public @Nullable FileId of(FileKind kind) {
    return ids.get(kind);
  }

  public boolean has(FileKind kind) {
    return ids.containsKey(kind);
  }

  List<FileId> all() {
    return List.copyOf(ids.values());
  }
}
