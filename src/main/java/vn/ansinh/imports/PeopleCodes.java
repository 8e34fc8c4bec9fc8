package vn.ansinh.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.AdministrativeUnits;
import vn.ansinh.catalogue.CodeEntry;
import vn.ansinh.catalogue.CodeList;
import vn.ansinh.catalogue.CodeLists;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.UnitLevel;
import vn.ansinh.platform.VietnamTime;

/** The codes a people file may use today, read once per import. */
@Component
class PeopleCodes {

  private final AdministrativeUnits units;
  private final CodeLists lists;
  private final Clock clock;

  PeopleCodes(AdministrativeUnits units, CodeLists lists, Clock clock) {
    this.units = units;
    this.lists = lists;
    this.clock = clock;
  }

  /** A day's codes. */
  record Today(
      LocalDate date,
      Set<String> ethnicGroups,
      Set<String> countries,
      Set<String> relations,
      AdministrativeUnits units) {

    boolean isWard(Layer layer, String code) {
      return units.find(layer, code).filter(it -> it.level() == UnitLevel.WARD).isPresent();
    }
  }

  Today today() {
    var date = VietnamTime.today(clock);
    return new Today(
        date,
        codes(CodeList.ETHNIC_GROUP, date),
        codes(CodeList.COUNTRY, date),
        codes(CodeList.HOUSEHOLD_RELATION, date),
        units);
  }

  private Set<String> codes(CodeList list, LocalDate date) {
    return lists.on(list, date).stream()
        .map(CodeEntry::code)
        .collect(Collectors.toUnmodifiableSet());
  }
}
