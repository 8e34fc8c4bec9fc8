package vn.ansinh.console.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.CodeChange;
import vn.ansinh.catalogue.CodeEntry;
import vn.ansinh.catalogue.CodeList;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Lists, entries and refusals in words, and the addresses of their pages. */
@Component
class CodeListTexts {

  static final String LISTS = "/console/admin/code-lists";

  /** Stands for a beginning older than the records. */
  private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

  private final Texts texts;
  private final Clock clock;

  CodeListTexts(Texts texts, Clock clock) {
    this.texts = texts;
    this.clock = clock;
  }

  static String path(CodeList list) {
    return LISTS + "/" + list.name();
  }

  static String path(CodeList list, String code) {
    return path(list) + "/" + code;
  }

  String name(CodeList list, Locale language) {
    return texts.of(language, "codelist." + list.name());
  }

  String about(CodeList list, Locale language) {
    return texts.of(language, "codelist." + list.name() + ".text");
  }

  /** The key of the attribute as entries keep it; what it is called stands under it in messages. */
  static @Nullable String attribute(CodeList list) {
    return switch (list) {
      case CARD_OBJECT -> "level";
      case BANK -> "shortName";
      case HOUSEHOLD_RELATION, ETHNIC_GROUP, COUNTRY, IVAN_PROVIDER, STOP_REASON -> null;
    };
  }

  List<Option> attributes(CodeList list, Locale language) {
    return list == CodeList.CARD_OBJECT
        ? IntStream.rangeClosed(1, 5)
            .mapToObj(
                it -> new Option(Integer.toString(it), texts.of(language, "codelist.level.of", it)))
            .toList()
        : List.of();
  }

  CodeListPage.Row row(CodeEntry entry, Locale language) {
    var today = VietnamTime.today(clock);
    var until = entry.validTo();
    var state =
        entry.validFrom().isAfter(today)
            ? "planned"
            : until == null || !until.isBefore(today) ? "valid" : "past";
    return new CodeListPage.Row(
        path(entry.list(), entry.code()),
        entry.code(),
        entry.nameVi(),
        entry.nameEn(),
        value(entry),
        entry.validFrom().equals(ALWAYS)
            ? texts.of(language, "codelist.always")
            : VietnamTime.show(entry.validFrom()),
        until == null ? "" : VietnamTime.show(until),
        texts.of(language, "codelist.state." + state),
        switch (state) {
          case "valid" -> "good";
          case "planned" -> "note";
          default -> "";
        });
  }

  static String value(CodeEntry entry) {
    return Optional.ofNullable(attribute(entry.list()))
        .map(it -> entry.attributes().getOrDefault(it, ""))
        .orElse("");
  }

  /**
   * @param dateField where the day was typed
   */
  Problems problems(CodeChange.Reason reason, String dateField, Locale language) {
    var field =
        switch (reason) {
          case BAD_CODE -> "code";
          case BAD_NAME, STALE -> "nameVi";
          case BAD_ATTRIBUTE -> "attribute";
          case DAY_TAKEN, NOT_IN_FORCE -> dateField;
        };
    return new Problems().add(field, texts.of(language, "codelist.problem." + reason.name()));
  }
}
