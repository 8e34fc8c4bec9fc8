package vn.ansinh.console;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.web.Option;

/** Open offices for a select: one and those below it, each behind the one above. */
@Component
public class OfficeChoices {

  private final Offices offices;

  OfficeChoices(Offices offices) {
    this.offices = offices;
  }

  public List<Option> under(String code) {
    var choices = new ArrayList<Option>();
    offices.open(code).ifPresent(it -> add(it, 0, choices));
    return choices;
  }

  /** The same for a field that offers them while somebody types: only as they are called. */
  public List<Option> labels(String code) {
    return under(code).stream()
        .map(it -> new Option(it.value(), it.label().replace("\u00a0", "")))
        .toList();
  }

  private void add(Office office, int depth, List<Option> choices) {
    choices.add(new Option(office.code(), "\u00a0\u00a0".repeat(depth) + office.label()));
    offices.below(office.code()).forEach(it -> add(it, depth + 1, choices));
  }
}
