package vn.ansinh.console.adjusting;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.adjusting.Adjustment;
import vn.ansinh.adjusting.AdjustmentFile;
import vn.ansinh.adjusting.AdjustmentStatus;
import vn.ansinh.adjusting.Declared;
import vn.ansinh.adjusting.EvidencePictures;
import vn.ansinh.adjusting.Facts;
import vn.ansinh.adjusting.Item;
import vn.ansinh.adjusting.ItemValues;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.files.Preflight;
import vn.ansinh.files.Safety;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.DeclarationCode;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.PictureReferences;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Puts a request and what the register says beside each other, in words. */
@Component
class AdjustmentScreen {

  /** How long an officer waits for what a machine has to remark. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final ItemValues values;
  private final Files files;
  private final Preflight preflight;
  private final PictureReferences references;
  private final AdjustmentWords words;
  private final Texts texts;
  private final Clock clock;

  AdjustmentScreen(
      ItemValues values,
      Files files,
      Preflight preflight,
      PictureReferences references,
      AdjustmentWords words,
      Texts texts,
      Clock clock) {
    this.values = values;
    this.files = files;
    this.preflight = preflight;
    this.references = references;
    this.words = words;
    this.texts = texts;
    this.clock = clock;
  }

  AdjustmentPage one(
      AdjustmentFile file,
      Officer officer,
      String answer,
      @Nullable String done,
      Problems problems,
      Locale language) {
    var adjustment = file.adjustment();
    var declared = adjustment.declared();
    var status = adjustment.status();
    var conflict = adjustment.conflict();
    boolean open = status == AdjustmentStatus.SUBMITTED;
    return new AdjustmentPage(
        AdjustmentPages.path(adjustment.id()),
        file.person().fullName(),
        file.person().number(),
        Optional.ofNullable(adjustment.code()).map(DeclarationCode::value).orElse(""),
        texts.of(language, "adjusting.status." + status),
        AdjustmentWords.tone(status),
        adjustment.version(),
        file.mark(),
        words.office(adjustment),
        AdjustmentWords.since(adjustment),
        words.promise(adjustment, language),
        day(adjustment),
        declared == null ? "" : texts.of(language, "adjusting.reason." + declared.reason()),
        declared == null ? "" : declared.note(),
        open,
        file.mine(),
        file.mine() ? null : file.holder(),
        open && !file.mine() && mayTake(file, officer),
        later(adjustment),
        open && file.numberTaken(),
        open && file.paperOfAnother() && !file.numberTaken(),
        conflict == null ? null : texts.of(language, "adjusting.desk.conflict." + conflict),
        declared == null ? List.of() : rows(declared, file.register(), open, language),
        photos(adjustment, language),
        photosWait(adjustment),
        open && file.mine() && officer.may(Permission.SEND_BACK),
        open && file.mine() && officer.may(Permission.DECIDE),
        answer,
        done,
        problems);
  }

  private static boolean mayTake(AdjustmentFile file, Officer officer) {
    return officer.may(Permission.SEND_BACK)
        && (file.holder() == null || officer.may(Permission.SHARE_OUT));
  }

  private List<AdjustmentPage.Compared> rows(
      Declared declared, Facts register, boolean open, Locale language) {
    return declared.items().stream()
        .map(
            it ->
                new AdjustmentPage.Compared(
                    texts.of(language, "adjusting.item." + it),
                    value(it, declared.before(), language),
                    value(it, declared.after(), language),
                    value(it, register, language),
                    open && !declared.before().agrees(it, register)))
        .toList();
  }

  private String value(Item item, Facts facts, Locale language) {
    var text = values.of(item, facts, it -> texts.of(language, "adjusting.word." + it));
    return text.isEmpty() ? "–" : text;
  }

  private List<AdjustmentPage.Photo> photos(Adjustment adjustment, Locale language) {
    var pictures = adjustment.handedIn();
    var faults = preflight.faults(pictures.ids().values(), PATIENCE);
    return EvidencePictures.KINDS.stream()
        .filter(it -> isSafe(adjustment, it))
        .map(
            it ->
                new AdjustmentPage.Photo(
                    texts.of(language, "registration.photos." + it),
                    references.to(AdjustmentPages.picture(adjustment.id(), it), adjustment.id()),
                    Stream.ofNullable(pictures.of(it))
                        .flatMap(picture -> faults.getOrDefault(picture, Set.of()).stream())
                        .map(fault -> texts.of(language, "photo.fault." + fault))
                        .toList()))
        .toList();
  }

  private boolean photosWait(Adjustment adjustment) {
    return EvidencePictures.KINDS.stream()
        .anyMatch(it -> state(adjustment, it) instanceof Safety.Waiting);
  }

  private boolean isSafe(Adjustment adjustment, FileKind kind) {
    return state(adjustment, kind) instanceof Safety.Safe;
  }

  private @Nullable Safety state(Adjustment adjustment, FileKind kind) {
    var id = adjustment.handedIn().of(kind);
    return id == null ? null : files.safety(List.of(id)).get(id);
  }

  private @Nullable String later(Adjustment adjustment) {
    var day = adjustment.effectiveOn();
    return day != null && day.isAfter(VietnamTime.today(clock)) ? VietnamTime.show(day) : null;
  }

  private static String day(Adjustment adjustment) {
    var day = adjustment.effectiveOn();
    return day == null ? "" : VietnamTime.show(day);
  }
}
