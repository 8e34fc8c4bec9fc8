package vn.ansinh.console.children;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.files.Safety;
import vn.ansinh.guardianship.ChildApplication;
import vn.ansinh.web.PictureReferences;
import vn.ansinh.web.Texts;

/** Where the pictures of an application are, once they are safe. */
@Component
class ChildPhotos {

  private static final List<FileKind> KINDS =
      List.of(FileKind.BIRTH_CERTIFICATE, FileKind.PORTRAIT);

  private final Files files;
  private final PictureReferences references;
  private final Texts texts;

  ChildPhotos(Files files, PictureReferences references, Texts texts) {
    this.files = files;
    this.references = references;
    this.texts = texts;
  }

  List<ChildFilePage.Photo> of(ChildApplication application, Locale language) {
    return KINDS.stream()
        .filter(it -> isSafe(application, it))
        .map(
            it ->
                new ChildFilePage.Photo(
                    texts.of(language, "registration.photos." + it),
                    references.to(
                        ChildDeskPages.picture(application.id(), it), application.id().value())))
        .toList();
  }

  /** Whether one is still to be made safe. */
  boolean wait(ChildApplication application) {
    return KINDS.stream()
        .anyMatch(it -> application.picture(it) != null && !isSafe(application, it));
  }

  private boolean isSafe(ChildApplication application, FileKind kind) {
    return Optional.ofNullable(application.picture(kind))
        .map(it -> files.safety(List.of(it)).get(it))
        .filter(it -> it instanceof Safety.Safe)
        .isPresent();
  }
}
