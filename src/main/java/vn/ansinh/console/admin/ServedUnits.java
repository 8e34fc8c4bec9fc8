package vn.ansinh.console.admin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.AdministrativeUnit;
import vn.ansinh.catalogue.AdministrativeUnits;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.OfficeDetails.ServedUnit;
import vn.ansinh.platform.SearchText;

/**
 * The units an office serves as lines of text, each a code with the unit's name behind it. What
 * administrators type may be codes, a code with any words, or a name that means one unit only.
 */
@Component
class ServedUnits {

  /**
   * @param unknown lines that mean no unit, or several
   */
  record Read(Set<ServedUnit> units, List<String> unknown) {}

  private static final Pattern CODES = Pattern.compile("[0-9]{2,5}([ ,;]+[0-9]{2,5})*");
  private static final Pattern CODE_AND_NAME = Pattern.compile("([0-9]{2,5})[ :.–-]+[^0-9].*");

  private final AdministrativeUnits units;

  ServedUnits(AdministrativeUnits units) {
    this.units = units;
  }

  List<String> lines(Collection<ServedUnit> served, Layer layer) {
    return served.stream()
        .filter(it -> it.layer() == layer)
        .map(ServedUnit::code)
        .sorted()
        .map(it -> it + " " + name(layer, it))
        .toList();
  }

  Read read(String text, Layer layer) {
    var found = new HashSet<ServedUnit>();
    var unknown = new ArrayList<String>();
    text.lines()
        .map(SearchText::written)
        .filter(it -> !it.isEmpty())
        .forEach(
            line -> {
              var codes = codes(line, layer);
              if (codes.isEmpty()) {
                unknown.add(line);
              }
              codes.forEach(it -> found.add(new ServedUnit(layer, it)));
            });
    return new Read(found, unknown);
  }

  /** None when any of the line is not known. */
  private List<String> codes(String line, Layer layer) {
    var named = CODE_AND_NAME.matcher(line);
    if (named.matches()) {
      return known(List.of(named.group(1)), layer);
    }
    if (CODES.matcher(line).matches()) {
      return known(List.of(line.split("[ ,;]+")), layer);
    }
    var province = province(line, layer);
    if (province.isPresent()) {
      return List.of(province.get().code());
    }
    var wards = units.search(layer, line.substring(0, Math.min(line.length(), 200)), 2);
    return wards.size() == 1 ? List.of(wards.getFirst().ward().code()) : List.of();
  }

  private List<String> known(List<String> codes, Layer layer) {
    return codes.stream().allMatch(it -> units.find(layer, it).isPresent()) ? codes : List.of();
  }

  private Optional<AdministrativeUnit> province(String line, Layer layer) {
    var words = SearchText.of(line);
    return units.provinces(layer).stream()
        .filter(it -> SearchText.of(it.name()).equals(words))
        .findFirst();
  }

  private String name(Layer layer, String code) {
    return units
        .path(layer, code)
        .map(it -> it.text())
        .or(() -> units.find(layer, code).map(it -> named(layer, it)))
        .orElse("");
  }

  private String named(Layer layer, AdministrativeUnit unit) {
    var parent = unit.parentCode();
    return parent == null
        ? unit.name()
        : unit.name() + units.find(layer, parent).map(it -> ", " + it.name()).orElse("");
  }
}
