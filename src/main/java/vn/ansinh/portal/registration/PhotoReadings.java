package vn.ansinh.portal.registration;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.PaperReading;
import vn.ansinh.files.PaperReading.Outcome;
import vn.ansinh.files.PaperReadings;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.identity.Sex;
import vn.ansinh.reading.CardCode;
import vn.ansinh.reading.CardCode.CitizenCard;
import vn.ansinh.reading.CardCode.MachineLines;
import vn.ansinh.reading.CardCodes;
import vn.ansinh.registration.Draft;
import vn.ansinh.registration.DraftContent;
import vn.ansinh.registration.Field;
import vn.ansinh.web.Chrome;

/**
 * What the cards in a draft's photos say beside what is typed: said in a sentence, offered for
 * filling in, and never in the way of sending.
 */
@Component
class PhotoReadings {

  /** What a card in a photo may fill: an address typed otherwise is not the card's business. */
  private static final Set<Field> FILLED =
      EnumSet.of(
          Field.NUMBER,
          Field.FULL_NAME,
          Field.BIRTH_DATE,
          Field.SEX,
          Field.PAPER_KIND,
          Field.PAPER_NUMBER);

  private final PaperReadings readings;
  private final CardFilling filling;

  PhotoReadings(PaperReadings readings, CardFilling filling) {
    this.readings = readings;
    this.filling = filling;
  }

  /**
   * @param advice what may help, when the lines could not be read
   */
  record Words(List<String> differs, List<String> advice, boolean fills, boolean agrees) {

    static final Words NONE = new Words(List.of(), List.of(), false, false);
  }

  /** By photo; for those that have been read by then. */
  Map<FileKind, Words> words(Draft draft, Duration atMost, Chrome chrome) {
    var read = readings.of(draft.photos().ids(), atMost);
    var words = new EnumMap<FileKind, Words>(FileKind.class);
    for (var kind : FileKind.OF_DECLARATION) {
      var photo = draft.photos().of(kind);
      var reading = photo == null ? null : read.get(photo);
      if (reading != null) {
        words.put(kind, words(kind, reading, draft.content(), chrome));
      }
    }
    return words;
  }

  /** What differs, one sentence for each photo, without waiting. */
  List<String> warnings(Draft draft, Chrome chrome) {
    return words(draft, Duration.ZERO, chrome).values().stream()
        .flatMap(it -> it.differs().stream())
        .distinct()
        .toList();
  }

  /** What the card in that photo puts into the fields; nothing when it was not read. */
  Map<Field, String> filled(Draft draft, FileKind kind) {
    var fields = new EnumMap<Field, String>(Field.class);
    var photo = draft.photos().of(kind);
    if (photo == null) {
      return fields;
    }
    var reading = readings.of(List.of(photo)).get(photo);
    if (reading != null) {
      // The code last: it says names with their diacritics.
      texts(reading).reversed().stream()
          .map(it -> filling.filled(draft.content(), it, CardCodes.read(it)))
          .forEach(fields::putAll);
    }
    fields.keySet().retainAll(FILLED);
    return fields;
  }

  private Words words(FileKind kind, PaperReading reading, DraftContent content, Chrome chrome) {
    var cards = texts(reading).stream().map(CardCodes::read).filter(PhotoReadings::isCard).toList();
    var differing = EnumSet.noneOf(Field.class);
    cards.forEach(it -> differing.addAll(differing(content, it)));
    return new Words(
        differing.isEmpty() ? List.of() : List.of(differs(differing, chrome)),
        advice(kind, reading, chrome),
        !cards.isEmpty() && (!differing.isEmpty() || hasBlank(content)),
        !cards.isEmpty() && differing.isEmpty() && !hasBlank(content));
  }

  private static String differs(Set<Field> fields, Chrome chrome) {
    return chrome.t(
        "photo.reading.differs",
        fields.stream()
            .map(it -> chrome.t("photo.reading.field." + it))
            .collect(Collectors.joining(", ")));
  }

  private static List<String> advice(FileKind kind, PaperReading reading, Chrome chrome) {
    boolean said = reading.outcome() == Outcome.UNREADABLE || reading.outcome() == Outcome.UNABLE;
    return said && kind == FileKind.PAPER_BACK
        ? List.of(chrome.t("photo.reading." + reading.outcome()))
        : List.of();
  }

  private static List<String> texts(PaperReading reading) {
    return Stream.of(reading.code(), reading.lines())
        .<String>mapMulti(
            (it, out) -> {
              if (it != null) {
                out.accept(it);
              }
            })
        .toList();
  }

  private static boolean isCard(CardCode card) {
    return card instanceof CitizenCard || card instanceof MachineLines;
  }

  private static boolean hasBlank(DraftContent content) {
    return Stream.of(Field.FULL_NAME, Field.BIRTH_DATE, Field.SEX, Field.PAPER_NUMBER)
        .anyMatch(it -> content.typed(it).isBlank());
  }

  /** What is blank does not differ. */
  private static Set<Field> differing(DraftContent content, CardCode card) {
    return switch (card) {
      case CitizenCard it ->
          differing(
              content,
              new Said(it.number(), it.oldNumber(), it.birthDate(), it.sex()),
              PersonNames.compare(content.typed(Field.FULL_NAME), it.fullName())
                  == PersonNames.Likeness.DIFFERENT);
      case MachineLines it ->
          differing(
              content,
              new Said(it.number(), null, it.birthDate(), it.sex()),
              !isSameBare(content.typed(Field.FULL_NAME), it.fullName()));
      default -> Set.of();
    };
  }

  private record Said(
      String number, @Nullable String oldNumber, BirthDate born, @Nullable Sex sex) {}

  private static Set<Field> differing(DraftContent content, Said said, boolean otherName) {
    var fields = EnumSet.noneOf(Field.class);
    if (otherName) {
      fields.add(Field.FULL_NAME);
    }
    if (BirthDate.parse(content.typed(Field.BIRTH_DATE)).filter(said.born()::equals).isEmpty()) {
      fields.add(Field.BIRTH_DATE);
    }
    if (said.sex() != null && !said.sex().name().equals(content.typed(Field.SEX))) {
      fields.add(Field.SEX);
    }
    var paper = content.typed(Field.PAPER_NUMBER).strip();
    boolean isCard = content.typed(Field.PAPER_KIND).equals(PaperKind.CITIZEN_CARD.name());
    if (isCard && !paper.equals(said.number()) && !paper.equals(said.oldNumber())) {
      fields.add(Field.PAPER_NUMBER);
    }
    fields.removeIf(it -> content.typed(it).isBlank());
    return fields;
  }

  /** Lines have neither diacritics nor room for long names. */
  private static boolean isSameBare(String typed, String read) {
    var given = PersonNames.searchForm(typed);
    var seen = PersonNames.searchForm(read);
    return given.equals(seen) || (seen.length() >= 29 && given.startsWith(seen));
  }
}
