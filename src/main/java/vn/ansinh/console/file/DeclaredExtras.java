package vn.ansinh.console.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.files.Preflight;
import vn.ansinh.files.Safety;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.Declaration;
import vn.ansinh.web.Option;
import vn.ansinh.web.PictureReferences;
import vn.ansinh.web.Texts;

/** What a declaration holds beside the facts that are compared: its circumstances and pictures. */
@Component
class DeclaredExtras {

  /** The page must not wait long for advice. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Files files;
  private final Preflight preflight;
  private final Texts texts;
  private final PictureReferences references;

  DeclaredExtras(Files files, Preflight preflight, Texts texts, PictureReferences references) {
    this.files = files;
    this.preflight = preflight;
    this.texts = texts;
    this.references = references;
  }

  List<Option> others(Declaration declaration, Locale language) {
    var facts = declaration.facts();
    if (facts == null) {
      return List.of();
    }
    var clock = declaration.clock();
    var others = new ArrayList<Option>();
    others.add(other("contact", facts.contactPerson(), language));
    others.add(
        other("handin", texts.of(language, "review.handin." + facts.handIn().name()), language));
    others.add(other("submitted", VietnamTime.show(clock.submittedAt()), language));
    if (clock.paperReceivedAt() != null) {
      others.add(other("paper", VietnamTime.show(clock.paperReceivedAt()), language));
    }
    others.add(other("place", place(facts.place().ivanCode(), language), language));
    return others;
  }

  private String place(@Nullable String provider, Locale language) {
    return provider == null
        ? texts.of(language, "review.place.portal")
        : texts.of(language, "review.place.ivan", provider);
  }

  private Option other(String name, String value, Locale language) {
    return new Option(value, texts.of(language, "review.other." + name));
  }

  List<FilePage.Picture> pictures(Declaration declaration, Locale language) {
    var pictures = new ArrayList<FilePage.Picture>();
    var safety = files.safety(declaration.photos().ids());
    var faults = preflight.faults(declaration.photos().ids(), PATIENCE);
    for (var kind : List.of(FileKind.PAPER_FRONT, FileKind.PORTRAIT, FileKind.PAPER_BACK)) {
      var photo = declaration.photos().of(kind);
      if (photo != null) {
        var at = PhotoPages.path(declaration.id().value(), kind);
        var instead = instead(safety.get(photo), language);
        pictures.add(
            new FilePage.Picture(
                kind.name(),
                texts.of(language, "review.picture." + kind.name()),
                instead == null ? references.to(at, declaration.id().value()) : null,
                instead,
                faults.getOrDefault(photo, Set.of()).stream()
                    .map(it -> texts.of(language, "photo.fault." + it))
                    .toList()));
      }
    }
    return pictures;
  }

  private @Nullable String instead(@Nullable Safety safety, Locale language) {
    return switch (safety) {
      case Safety.Safe _ -> null;
      case Safety.Waiting _ -> texts.of(language, "review.picture.waiting");
      case Safety.Unsafe _ -> texts.of(language, "review.picture.unsafe");
      case null -> texts.of(language, "review.picture.unsafe");
    };
  }
}
