package vn.ansinh.console.file;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.console.Names;
import vn.ansinh.console.OfficeChoices;
import vn.ansinh.console.PromiseTexts;
import vn.ansinh.console.queue.Neighbours;
import vn.ansinh.console.queue.QueueQuery;
import vn.ansinh.files.FileKind;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.Declaration;
import vn.ansinh.registration.DeclarationId;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.review.CheckItem;
import vn.ansinh.review.Decision;
import vn.ansinh.review.OpenFile;
import vn.ansinh.review.Reasons;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Officers;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Puts one file on the screen. */
@Component
class FileScreen {

  private final CompareRows compareRows;
  private final Histories histories;
  private final FileMessages messages;
  private final PromiseTexts promises;
  private final Neighbours neighbours;
  private final Reasons reasons;
  private final Officers officers;
  private final Offices offices;
  private final OfficeChoices choices;
  private final Texts texts;

  FileScreen(
      CompareRows compareRows,
      Histories histories,
      FileMessages messages,
      PromiseTexts promises,
      Neighbours neighbours,
      Reasons reasons,
      Officers officers,
      Offices offices,
      OfficeChoices choices,
      Texts texts) {
    this.compareRows = compareRows;
    this.histories = histories;
    this.messages = messages;
    this.promises = promises;
    this.neighbours = neighbours;
    this.reasons = reasons;
    this.officers = officers;
    this.offices = offices;
    this.choices = choices;
    this.texts = texts;
  }

  FilePage of(OpenFile file, Typed typed, QueueQuery query, Officer officer, Locale language) {
    var declaration = file.declaration();
    var names = new Names(officers);
    var around = neighbours.of(declaration.id(), query, officer);
    var allowed = allowed(file, officer);
    var within = query.text();
    return new FilePage(
        head(file, names, officer, language),
        within,
        path(around.previous(), within),
        path(around.next(), within),
        rows(file, language),
        verdict(file, language),
        verdictTone(file),
        others(declaration, language),
        pictures(declaration, language),
        declaration.facts() != null && declaration.facts().verifiedByPopulationRegistry(),
        checks(file, typed, language),
        file.notes().stream()
            .map(it -> new FilePage.Remark(names.of(it.by()), VietnamTime.show(it.at()), it.text()))
            .toList(),
        histories.of(file.history(), names, language),
        messages.of(file, language),
        file.tasks().stream()
            .map(
                it ->
                    new FilePage.Undelivered(
                        it.id().toString(),
                        texts.of(
                            language,
                            "review.task." + it.channel(),
                            VietnamTime.show(it.reportedAt()))))
            .toList(),
        allowed,
        allowed.work() ? panels(typed, officer, language) : List.of(),
        allowed.handOver() ? colleagues(declaration, file, officer) : List.of(),
        allowed.move() ? choices.under(province(officer)) : List.of(),
        typed.done() == null
            ? null
            : texts.find(language, "review.done." + typed.done()).orElse(null),
        typed.problem() == null
            ? Problems.NONE
            : new Problems()
                .add(typed.kind() == null ? "file" : anchor(typed.kind()), typed.problem()));
  }

  private FilePage.Head head(OpenFile file, Names names, Officer officer, Locale language) {
    var declaration = file.declaration();
    var clock = declaration.clock();
    var facts = declaration.facts();
    return new FilePage.Head(
        "/console/files/" + declaration.id().value(),
        declaration.code().value(),
        facts == null ? texts.of(language, "review.erased") : facts.fullName(),
        declaration.version(),
        texts.of(language, "review.status." + declaration.status().name()),
        tone(declaration.status()),
        promises.of(
            declaration.status(), clock.receiptDue(), clock.decisionDue(), clock.actBy(), language),
        texts.of(language, "review.handin." + declaration.handIn().name()),
        offices.find(declaration.officeCode()).map(Office::label).orElse(declaration.officeCode()),
        file.holder().map(names::of).orElse(""),
        file.holder().filter(officer.id()::equals).isPresent(),
        declaration.status().isOpen(),
        declaration.isErased());
  }

  private List<CompareRow> rows(OpenFile file, Locale language) {
    var facts = file.declaration().facts();
    return facts == null
        ? List.of()
        : compareRows.of(facts, file.registered(), file.comparison().orElseThrow(), language);
  }

  private String verdict(OpenFile file, Locale language) {
    if (file.registered().isEmpty()) {
      return texts.of(language, "review.verdict.unmatched");
    }
    var differences = file.comparison().map(it -> it.differences()).orElse(0L);
    return texts.of(language, "review.verdict", differences);
  }

  private static String verdictTone(OpenFile file) {
    if (file.registered().isEmpty()) {
      return "warn";
    }
    return file.comparison().filter(it -> it.differences() > 0).isPresent() ? "bad" : "good";
  }

  /** What is declared beside the compared facts. */
  private List<Option> others(Declaration declaration, Locale language) {
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

  private List<FilePage.Picture> pictures(Declaration declaration, Locale language) {
    var pictures = new ArrayList<FilePage.Picture>();
    for (var kind : List.of(FileKind.PAPER_FRONT, FileKind.PORTRAIT, FileKind.PAPER_BACK)) {
      if (declaration.photos().of(kind) != null) {
        pictures.add(
            new FilePage.Picture(
                kind.name(),
                texts.of(language, "review.picture." + kind.name()),
                "/console/files/" + declaration.id().value() + "/photos/" + kind.name()));
      }
    }
    return pictures;
  }

  private List<FilePage.Check> checks(OpenFile file, Typed typed, Locale language) {
    Set<CheckItem> ticked = typed.ticked() == null ? file.ticked() : typed.ticked();
    var checks = new ArrayList<FilePage.Check>();
    for (var item : CheckItem.of(file.declaration().handIn())) {
      checks.add(
          new FilePage.Check(
              item.name(),
              texts.of(language, "review.check." + item.name()),
              ticked.contains(item),
              checks.size() + 1));
    }
    return checks;
  }

  private static FilePage.Allowed allowed(OpenFile file, Officer officer) {
    var status = file.declaration().status();
    var officesTurn =
        Set.of(
                DeclarationStatus.SUBMITTED,
                DeclarationStatus.IN_REVIEW,
                DeclarationStatus.ASKED_TO_COME)
            .contains(status);
    var holder = file.holder();
    var mine = holder.filter(officer.id()::equals).isPresent();
    var free = holder.isEmpty();
    var head = officer.may(Permission.SHARE_OUT);
    var sendBack = officer.may(Permission.SEND_BACK);
    return new FilePage.Allowed(
        officesTurn && sendBack && (free || mine),
        officesTurn && sendBack && !mine && (free || head),
        mine && status == DeclarationStatus.IN_REVIEW,
        officesTurn && sendBack && (free || mine || head),
        status.isOpen() && officer.may(Permission.MOVE_FILES) && (free || mine || head),
        officer.may(Permission.RECORD_PAPER)
            && EnumSet.of(DeclarationStatus.AWAITING_PAPER, DeclarationStatus.ASKED_TO_COME)
                .contains(status),
        status.isOpen() && sendBack && (free || mine),
        officer.may(Permission.RESEND));
  }

  private List<FilePage.Panel> panels(Typed typed, Officer officer, Locale language) {
    var panels = new ArrayList<FilePage.Panel>();
    for (var kind : Decision.Kind.values()) {
      if (officer.may(kind.permission())) {
        var sent = kind == typed.kind();
        panels.add(
            new FilePage.Panel(
                kind.name(),
                key(kind),
                kind.needsReason() ? options(kind, language) : List.of(),
                sent ? typed.reasons() : List.of(),
                sent ? typed.note() : "",
                sent,
                sent ? typed.problem() : null));
      }
    }
    return panels;
  }

  private List<Option> options(Decision.Kind kind, Locale language) {
    return reasons.today(kind.reasons()).stream()
        .map(it -> new Option(it.code(), it.in(language).wrong(), it.in(language).toDo()))
        .toList();
  }

  private List<Option> colleagues(Declaration declaration, OpenFile file, Officer officer) {
    return officers.in(List.of(declaration.officeCode(), officer.officeCode())).stream()
        .filter(it -> it.may(Permission.SEND_BACK))
        .filter(it -> !file.holder().equals(Optional.of(it.id())))
        .filter(it -> !it.id().equals(officer.id()))
        .map(it -> new Option(it.id().value().toString(), it.fullName()))
        .toList();
  }

  /** The office above, so that a neighbouring office can be chosen; never the whole agency. */
  private String province(Officer officer) {
    return offices
        .find(officer.officeCode())
        .map(Office::parentCode)
        .filter(it -> !it.equals(Office.ROOT))
        .orElse(officer.officeCode());
  }

  static String anchor(Decision.Kind kind) {
    return "decision-" + kind.name();
  }

  private static String key(Decision.Kind kind) {
    return switch (kind) {
      case APPROVE -> "a";
      case RETURN -> "r";
      case ASK_TO_COME -> "e";
      case REJECT -> "x";
    };
  }

  private static String tone(DeclarationStatus status) {
    return switch (status) {
      case SUBMITTED -> "note";
      case IN_REVIEW, APPROVED -> "good";
      case RETURNED, ASKED_TO_COME -> "warn";
      case REJECTED -> "bad";
      default -> "";
    };
  }

  private static @Nullable String path(@Nullable DeclarationId id, String within) {
    return id == null ? null : "/console/files/" + id.value() + within;
  }
}
