package vn.ansinh.adjusting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.AdministrativeUnits;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.files.Safety;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityDocuments;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.NameCheck;
import vn.ansinh.identity.NumberCheck;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.identity.Sex;
import vn.ansinh.people.Address;
import vn.ansinh.people.Person;
import vn.ansinh.people.Revision;
import vn.ansinh.platform.SearchText;
import vn.ansinh.platform.VietnamTime;

/** What is missing or wrong in a request, or what it comes to; changes nothing. */
@Component
class Checking {

  /**
   * @param problems field to the code of what is wrong, in the order of the pages
   * @param revision what is to be changed; only of use without problems
   * @param effectiveOn absent where it is no such day
   */
  record Checked(
      Map<AdjustmentField, String> problems, Revision revision, @Nullable LocalDate effectiveOn) {}

  static final int LONGEST_NOTE = 500;
  private static final int LONGEST_STREET = 200;
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}&&[^\\t\\r\\n]]");

  private final AdministrativeUnits units;
  private final Files files;
  private final AdjustmentSettings settings;
  private final Clock clock;

  Checking(AdministrativeUnits units, Files files, AdjustmentSettings settings, Clock clock) {
    this.units = units;
    this.files = files;
    this.settings = settings;
    this.clock = clock;
  }

  Checked check(AdjustmentForm form, EvidencePictures pictures, Person person) {
    var problems = new EnumMap<AdjustmentField, String>(AdjustmentField.class);
    if (form.items().isEmpty()) {
      problems.put(AdjustmentField.ITEMS, "EMPTY");
    }
    var paper = form.has(Item.PAPER) ? paper(form, person, problems) : null;
    var revision =
        new Revision(
            form.has(Item.FULL_NAME)
                ? name(form, AdjustmentField.FULL_NAME, person.fullName(), problems)
                : null,
            form.has(Item.BIRTH_DATE) ? birthDate(form, person, problems) : null,
            form.has(Item.SEX) ? sex(form, person, problems) : null,
            paper,
            form.has(Item.ADDRESS) ? address(form, person, problems) : null,
            form.has(Item.CONTACT_PERSON)
                ? name(form, AdjustmentField.CONTACT_PERSON, person.contactPerson(), problems)
                : null);
    var effectiveOn = effectiveOn(form, problems);
    why(form, problems);
    evidence(form, pictures, problems);
    if (isAnotherPerson(revision)) {
      problems.put(AdjustmentField.ITEMS, "ANOTHER_PERSON");
    }
    return new Checked(problems, revision, effectiveOn);
  }

  /**
   * Name, birth date and personal id together are what tells one person from another: who had
   * somebody's session and phone could make the record theirs with genuine papers of their own.
   * That is for a desk, in person.
   */
  private static boolean isAnotherPerson(Revision revision) {
    var paper = revision.paper();
    return revision.fullName() != null
        && revision.birthDate() != null
        && paper != null
        && paper.kind() == PaperKind.CITIZEN_CARD;
  }

  /** The days the change may count from, the first and the last. */
  List<LocalDate> days() {
    var today = VietnamTime.today(clock);
    return List.of(today.minus(settings.furthestBack()), today.plus(settings.furthestAhead()));
  }

  private static @Nullable String name(
      AdjustmentForm form,
      AdjustmentField field,
      @Nullable String before,
      Map<AdjustmentField, String> problems) {
    var typed = form.typed(field);
    return switch (PersonNames.check(typed)) {
      case NameCheck.Valid(var written) -> changed(field, written, before, problems);
      case NameCheck.Doubtful(var written) -> changed(field, written, before, problems);
      case NameCheck.Invalid _ -> wrong(field, typed, problems);
    };
  }

  private @Nullable BirthDate birthDate(
      AdjustmentForm form, Person person, Map<AdjustmentField, String> problems) {
    var typed = form.typed(AdjustmentField.BIRTH_DATE);
    var born = BirthDate.parse(typed);
    if (born.isEmpty()) {
      return wrong(AdjustmentField.BIRTH_DATE, typed, problems);
    }
    if (!GrownUps.isCertainlyGrownUp(born.get(), VietnamTime.today(clock))) {
      problems.put(AdjustmentField.BIRTH_DATE, "NOT_GROWN_UP");
    }
    return changed(AdjustmentField.BIRTH_DATE, born.get(), person.birthDate(), problems);
  }

  private static @Nullable Sex sex(
      AdjustmentForm form, Person person, Map<AdjustmentField, String> problems) {
    var typed = form.typed(AdjustmentField.SEX);
    return Stream.of(Sex.values())
        .filter(it -> it.name().equals(typed))
        .findFirst()
        .map(it -> changed(AdjustmentField.SEX, it, person.sex(), problems))
        .orElseGet(() -> wrong(AdjustmentField.SEX, typed, problems));
  }

  private static @Nullable IdentityPaper paper(
      AdjustmentForm form, Person person, Map<AdjustmentField, String> problems) {
    var kind = form.paperKind();
    if (kind.isEmpty()) {
      problems.put(AdjustmentField.PAPER_KIND, "EMPTY");
      return null;
    }
    var typed = form.typed(AdjustmentField.PAPER_NUMBER);
    return switch (IdentityDocuments.check(kind.get(), typed)) {
      case NumberCheck.Valid(var number) -> {
        var paper = new IdentityPaper(kind.get(), number);
        yield person.papers().contains(paper)
            ? changed(AdjustmentField.PAPER_NUMBER, paper, paper, problems)
            : paper;
      }
      case NumberCheck.Invalid _ -> wrong(AdjustmentField.PAPER_NUMBER, typed, problems);
    };
  }

  private @Nullable Address address(
      AdjustmentForm form, Person person, Map<AdjustmentField, String> problems) {
    var street = street(form, problems);
    var ward = form.typed(AdjustmentField.WARD_CODE);
    var layer =
        Stream.of(Layer.values())
            .filter(it -> it.name().equals(form.typed(AdjustmentField.ADDRESS_LAYER)))
            .findFirst();
    if (layer.isEmpty() || ward.isEmpty() || units.path(layer.get(), ward).isEmpty()) {
      return wrong(AdjustmentField.WARD_CODE, ward, problems);
    }
    return street == null
        ? null
        : changed(
            AdjustmentField.WARD_CODE,
            new Address(layer.get(), ward, street),
            person.address(),
            problems);
  }

  private static @Nullable String street(
      AdjustmentForm form, Map<AdjustmentField, String> problems) {
    var typed = form.typed(AdjustmentField.STREET);
    if (typed.isBlank() || typed.length() > LONGEST_STREET || INVISIBLE.matcher(typed).find()) {
      return wrong(AdjustmentField.STREET, typed, problems);
    }
    return SearchText.written(typed);
  }

  private @Nullable LocalDate effectiveOn(
      AdjustmentForm form, Map<AdjustmentField, String> problems) {
    var days = days();
    var day =
        BirthDate.parse(form.typed(AdjustmentField.EFFECTIVE_ON))
            .filter(it -> it.precision() == BirthDate.Precision.DAY)
            .map(BirthDate::earliest)
            .filter(it -> !it.isBefore(days.getFirst()) && !it.isAfter(days.getLast()));
    if (day.isEmpty()) {
      problems.put(AdjustmentField.EFFECTIVE_ON, "WRONG");
    }
    return day.orElse(null);
  }

  private static void why(AdjustmentForm form, Map<AdjustmentField, String> problems) {
    if (form.reason().isEmpty()) {
      problems.put(AdjustmentField.REASON, "EMPTY");
    }
    var note = form.typed(AdjustmentField.NOTE);
    if (note.codePointCount(0, note.length()) > LONGEST_NOTE) {
      problems.put(AdjustmentField.NOTE, "TOO_LONG");
    }
  }

  private void evidence(
      AdjustmentForm form, EvidencePictures pictures, Map<AdjustmentField, String> problems) {
    var safety = files.safety(pictures.all());
    var there =
        pictures.ids().entrySet().stream()
            .filter(it -> safety.containsKey(it.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    needed(form, there).forEach(it -> problems.put(AdjustmentField.of(it), "EMPTY"));
    pictures
        .ids()
        .forEach(
            (kind, id) -> {
              if (safety.get(id) instanceof Safety.Unsafe(var reason)) {
                problems.put(AdjustmentField.of(kind), reason.name());
              }
            });
  }

  /** Which photos are missing; either the birth certificate or the paper shows civil status. */
  private static List<FileKind> needed(AdjustmentForm form, Set<FileKind> there) {
    boolean hasBack = form.paperKind().filter(PaperKind.PASSPORT::equals).isEmpty();
    var sides =
        form.has(Item.PAPER) && !hasBack
            ? List.of(FileKind.PAPER_FRONT)
            : List.of(FileKind.PAPER_FRONT, FileKind.PAPER_BACK);
    var missing = sides.stream().filter(it -> !there.contains(it)).toList();
    if (form.has(Item.PAPER)) {
      return missing;
    }
    boolean civil = form.items().stream().anyMatch(Item::isOfCivilStatus);
    return civil && !missing.isEmpty() && !there.contains(FileKind.BIRTH_CERTIFICATE)
        ? Optional.of(missing)
            .filter(it -> it.size() < sides.size())
            .orElse(List.of(FileKind.BIRTH_CERTIFICATE))
        : List.of();
  }

  private static <T> @Nullable T wrong(
      AdjustmentField field, String typed, Map<AdjustmentField, String> problems) {
    problems.put(field, typed.isBlank() ? "EMPTY" : "WRONG");
    return null;
  }

  private static <T> T changed(
      AdjustmentField field, T now, @Nullable T before, Map<AdjustmentField, String> problems) {
    if (now.equals(before)) {
      problems.putIfAbsent(field, "SAME");
    }
    return now;
  }
}
