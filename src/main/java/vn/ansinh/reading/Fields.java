package vn.ansinh.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.reading.CardCode.Reason;

/** The fields of a code, which stand between vertical bars; those beyond the end are blank. */
final class Fields {

  /** A rule of the card's own form is broken; ends the reading, never leaves the package. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    Wrong(Reason reason) {
      super(reason.name(), null, false, false);
      this.reason = reason;
    }

    Reason reason() {
      return reason;
    }
  }

  private final List<String> values;

  private Fields(List<String> values) {
    this.values = values;
  }

  static Fields of(String code) {
    return new Fields(List.of(code.split("\\|", -1)));
  }

  int count() {
    return values.size();
  }

  /** Without white space around it; {@code -} counts as blank. */
  String get(int index) {
    var value = index < values.size() ? values.get(index).strip() : "";
    return value.equals("-") ? "" : value;
  }

  @Nullable String orNull(int index) {
    var value = get(index);
    return value.isEmpty() ? null : value;
  }
}
