package vn.ansinh.registration;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.files.FileId;
import vn.ansinh.files.FileKind;

/** The pictures of a draft or declaration. */
public record Photos(
    @Nullable FileId portrait, @Nullable FileId paperFront, @Nullable FileId paperBack) {

  public static final Photos NONE = new Photos(null, null, null);

  public @Nullable FileId of(FileKind kind) {
    return switch (kind) {
      case PORTRAIT -> portrait;
      case PAPER_FRONT -> paperFront;
      case PAPER_BACK -> paperBack;
      case BIRTH_CERTIFICATE, RESIDENCE_PAPER -> null;
    };
  }

  public List<FileId> ids() {
    return Stream.of(portrait, paperFront, paperBack)
        .<FileId>mapMulti(
            (it, out) -> {
              if (it != null) {
                out.accept(it);
              }
            })
        .toList();
  }

  Photos with(FileKind kind, @Nullable FileId id) {
    return switch (kind) {
      case PORTRAIT -> new Photos(id, paperFront, paperBack);
      case PAPER_FRONT -> new Photos(portrait, id, paperBack);
      case PAPER_BACK -> new Photos(portrait, paperFront, id);
      case BIRTH_CERTIFICATE, RESIDENCE_PAPER ->
          throw new RegistrationException("no picture of a declaration");
    };
  }

  /** Those of the other where it has any, else these. */
  Photos overlaidBy(Photos other) {
    return new Photos(
        first(other.portrait, portrait),
        first(other.paperFront, paperFront),
        first(other.paperBack, paperBack));
  }

  private static @Nullable FileId first(@Nullable FileId own, @Nullable FileId otherwise) {
    return own == null ? otherwise : own;
  }
}
