package vn.ansinh.console.admin;

import java.util.HashSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.OfficeDetails;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** From the boxes of the form to what it says of the office, and back. */
@Component
class OfficeFormReading {

  /** What a form says. */
  sealed interface Reading {}

  record Details(OfficeDetails details) implements Reading {}

  /** Something in it cannot be read; what can is judged later. */
  record Wrong(Problems problems) implements Reading {}

  private static final int SHOWN = 60;

  private final ServedUnits units;
  private final Texts texts;

  OfficeFormReading(ServedUnits units, Texts texts) {
    this.units = units;
    this.texts = texts;
  }

  /**
   * @param before as it stands, whose end is kept; absent for a new one
   */
  Reading read(OfficeForm form, String code, @Nullable Office before, Locale language) {
    var problems = new Problems();
    if (form.tooLong()) {
      return new Wrong(problems.add("wards", texts.of(language, "office.problem.units.long")));
    }
    var openFrom = form.openFrom().read();
    if (openFrom.isEmpty()) {
      var key =
          form.openFrom().isEmpty() ? "office.problem.OPEN_FROM.MISSING" : "office.problem.date";
      problems.add("openFrom", texts.of(language, key));
    }
    var serves = new HashSet<>(units(form.wards(), Layer.SINCE_2025, "wards", problems, language));
    serves.addAll(units(form.oldUnits(), Layer.UNTIL_2025, "oldUnits", problems, language));
    if (problems.any() || openFrom.isEmpty()) {
      return new Wrong(problems);
    }
    return new Details(
        form.details(
            code,
            openFrom.get(),
            before == null ? null : before.openUntil(),
            before == null ? null : before.successorCode(),
            serves));
  }

  String lines(OfficeDetails details, Layer layer) {
    return String.join("\n", units.lines(details.serves(), layer));
  }

  private java.util.Set<OfficeDetails.ServedUnit> units(
      @Nullable String text, Layer layer, String field, Problems problems, Locale language) {
    var read = units.read(OfficeForm.lines(text), layer);
    if (!read.unknown().isEmpty()) {
      var first = read.unknown().getFirst();
      var shown = first.length() > SHOWN ? first.substring(0, SHOWN) + "…" : first;
      problems.add(field, texts.of(language, "office.problem.unit", shown, read.unknown().size()));
    }
    return read.units();
  }
}
