package vn.ansinh.guardianship;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.files.FileId;
import vn.ansinh.files.FileKind;
import vn.ansinh.platform.PersonId;

/**
 * A guardian's application for a child's account as it stands.
 *
 * @param version grows with every change
 * @param form absent once erased
 * @param child the register's person it is about, where number, name and birth date are exactly
 *     theirs
 * @param reasons codes of the newest decision against it
 * @param note what the officer wrote
 */
public record ChildApplication(
    ApplicationId id,
    PersonId guardian,
    ApplicationStatus status,
    int version,
    @Nullable ChildForm form,
    @Nullable FileId portrait,
    @Nullable FileId certificate,
    @Nullable String officeCode,
    @Nullable PersonId child,
    Instant changedAt,
    @Nullable Instant submittedAt,
    @Nullable Instant decidedAt,
    List<String> reasons,
    @Nullable String note) {

  public @Nullable FileId picture(FileKind kind) {
    return switch (kind) {
      case PORTRAIT -> portrait;
      case BIRTH_CERTIFICATE -> certificate;
      case PAPER_FRONT, PAPER_BACK, RESIDENCE_PAPER -> null;
    };
  }

  /** The child's name as typed, empty once erased. */
  public String name() {
    return form == null ? "" : form.fullName();
  }

  List<FileId> pictures() {
    return java.util.stream.Stream.of(FileKind.PORTRAIT, FileKind.BIRTH_CERTIFICATE)
        .flatMap(it -> java.util.Optional.ofNullable(picture(it)).stream())
        .toList();
  }
}
