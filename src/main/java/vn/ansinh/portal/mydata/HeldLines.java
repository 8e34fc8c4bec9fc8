package vn.ansinh.portal.mydata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.ansinh.web.Texts;

/** Turns a row into labelled lines; values within values become lines of their own. */
@Component
class HeldLines {

  /** Only hold others together. */
  static final Set<String> TRANSPARENT =
      Set.of("addresses", "particulars", "facts", "fields", "content", "details", "changes");

  /** Where a number is that of a person, not of a paper. */
  private static final Set<String> OF_A_PERSON = Set.of("particulars", "content");

  private final HeldValues values;
  private final Texts texts;

  HeldLines(HeldValues values, Texts texts) {
    this.values = values;
    this.texts = texts;
  }

  /**
   * @param leftOut names of what is shown elsewhere
   */
  List<HeldPaper.Line> of(JsonNode row, Set<String> leftOut, Locale language) {
    var lines = new ArrayList<HeldPaper.Line>();
    for (var property : row.properties()) {
      if (!leftOut.contains(property.getKey())) {
        add(lines, property.getKey(), property.getValue(), row, "", language);
      }
    }
    return lines;
  }

  private void add(
      List<HeldPaper.Line> lines,
      String name,
      JsonNode value,
      JsonNode around,
      String before,
      Locale language) {
    if (value.isObject()) {
      var prefix = TRANSPARENT.contains(name) ? before : before + label(name, language) + " – ";
      for (var property : value.properties()) {
        if (OF_A_PERSON.contains(name) && property.getKey().equals("number")) {
          add(lines, "NUMBER", property.getValue(), value, prefix, language);
        } else {
          add(lines, property.getKey(), property.getValue(), value, prefix, language);
        }
      }
      return;
    }
    if (value.isArray() && value.path(0).isObject()) {
      value.forEach(it -> add(lines, name, it, around, before, language));
      return;
    }
    var written = values.of(name, value, around, language);
    if (!written.isEmpty()) {
      lines.add(new HeldPaper.Line(before + label(name, language), written));
    }
  }

  private String label(String name, Locale language) {
    return texts.find(language, "mydata.field." + name).orElse(name);
  }
}
