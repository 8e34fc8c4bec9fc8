package vn.ansinh.console.adjusting;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.adjusting.Adjustment;
import vn.ansinh.adjusting.AdjustmentDesk;
import vn.ansinh.adjusting.AdjustmentFile;
import vn.ansinh.adjusting.AdjustmentStatus;
import vn.ansinh.adjusting.Declared;
import vn.ansinh.adjusting.EvidencePictures;
import vn.ansinh.adjusting.Facts;
import vn.ansinh.adjusting.Item;
import vn.ansinh.adjusting.ItemValues;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.console.PromiseTexts;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.files.Safety;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.DeclarationCode;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.PictureReferences;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Puts a request and what the register says beside each other, in words. */
@Component
class AdjustmentScreen {

  private final AdjustmentDesk desk;
  private final ItemValues values;
  private final People people;
  private final Offices offices;
  private final Files files;
  private final PictureReferences references;
  private final PromiseTexts promises;
  private final Texts texts;
  private final Clock clock;

  AdjustmentScreen(
      AdjustmentDesk desk,
      ItemValues values,
      People people,
      Offices offices,
      Files files,
      PictureReferences references,
      PromiseTexts promises,
      Texts texts,
      Clock clock) {
    this.desk = desk;
    this.values = values;
    this.people = people;
    this.offices = offices;
    this.files = files;
    this.references = references;
    this.promises = promises;
    this.texts = texts;
    this.clock = clock;
  }

  AdjustmentsPage list(Officer officer, @Nullable String done, Locale language) {
    return new AdjustmentsPage(
        desk.waiting(officer).stream().map(it -> row(it, officer, language)).toList(), done);
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
        tone(status),
        adjustment.version(),
        office(adjustment),
        since(adjustment),
        promise(adjustment, language),
        day(adjustment),
        declared == null ? "" : texts.of(language, "adjusting.reason." + declared.reason()),
        declared == null ? "" : declared.note(),
        open,
        file.mine(),
        file.mine() ? null : file.holder(),
        open && !file.mine() && mayTake(file, officer),
        later(adjustment),
        open && file.numberTaken(),
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

  private AdjustmentsPage.Row row(Adjustment adjustment, Officer officer, Locale language) {
    return new AdjustmentsPage.Row(
        AdjustmentPages.path(adjustment.id()),
        people.find(adjustment.person()).map(Person::fullName).orElse("–"),
        items(adjustment, language),
        since(adjustment),
        promise(adjustment, language),
        holder(adjustment, officer, language),
        office(adjustment));
  }

  private String holder(Adjustment adjustment, Officer officer, Locale language) {
    var holder = adjustment.takenBy();
    if (holder == null) {
      return texts.of(language, "adjusting.desk.holder.none");
    }
    return holder.equals(officer.id().value())
        ? texts.of(language, "adjusting.desk.holder.mine")
        : desk.holder(adjustment);
  }

  private String items(Adjustment adjustment, Locale language) {
    var form = adjustment.form();
    return form == null
        ? ""
        : form.items().stream()
            .map(it -> texts.of(language, "adjusting.item." + it))
            .collect(Collectors.joining(", "));
  }

  private List<AdjustmentPage.Compared> rows(
      Declared declared, Facts register, boolean open, Locale language) {
    return Stream.of(Item.values())
        .filter(it -> !declared.before().agrees(it, declared.after()))
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
    return EvidencePictures.KINDS.stream()
        .filter(it -> isSafe(adjustment, it))
        .map(
            it ->
                new AdjustmentPage.Photo(
                    texts.of(language, "registration.photos." + it),
                    references.to(AdjustmentPages.picture(adjustment.id(), it), adjustment.id())))
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
    var id = adjustment.pictures().of(kind);
    return id == null ? null : files.safety(List.of(id)).get(id);
  }

  private PromiseTexts.Promise promise(Adjustment adjustment, Locale language) {
    var status =
        adjustment.is(AdjustmentStatus.SUBMITTED)
            ? DeclarationStatus.SUBMITTED
            : DeclarationStatus.APPROVED;
    return promises.of(status, adjustment.receiptDue(), adjustment.decisionDue(), null, language);
  }

  private @Nullable String later(Adjustment adjustment) {
    var day = adjustment.effectiveOn();
    return day != null && day.isAfter(VietnamTime.today(clock)) ? VietnamTime.show(day) : null;
  }

  private String office(Adjustment adjustment) {
    var code = adjustment.officeCode();
    return code == null ? "" : offices.find(code).map(Office::label).orElse(code);
  }

  private static String since(Adjustment adjustment) {
    var since = adjustment.submittedAt();
    return since == null ? "" : VietnamTime.show(since);
  }

  private static String day(Adjustment adjustment) {
    var day = adjustment.effectiveOn();
    return day == null ? "" : VietnamTime.show(day);
  }

  private static String tone(AdjustmentStatus status) {
    return switch (status) {
      case DRAFT, WITHDRAWN -> "";
      case SUBMITTED, APPROVED -> "note";
      case RETURNED -> "warn";
      case DONE -> "good";
      case REJECTED -> "bad";
    };
  }
}
