package vn.ansinh.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Option;

/** Offices to choose one from: those suggested, or those of a province. */
@Component
public final class OfficeList {

  private static final Pattern OFFICE_CODE = Pattern.compile("[0-9]{3,5}");

  private final Offices offices;

  OfficeList(Offices offices) {
    this.offices = offices;
  }

  /** Whether somebody wants to see the offices of a province instead of those suggested. */
  public static boolean names(@Nullable String province) {
    return province != null && OFFICE_CODE.matcher(province).matches();
  }

  /**
   * The province's office and those below it, when one is named; the suggested ones otherwise. The
   * one chosen earlier stays on the list, whichever list it is.
   */
  public List<Option> options(
      @Nullable String province, List<Office> suggested, String chosen, Chrome chrome) {
    var shown = names(province) && province != null ? below(province) : suggested;
    var byCode = new LinkedHashMap<String, Option>();
    shown.forEach(it -> byCode.put(it.code(), option(it, chrome)));
    offices.open(chosen).ifPresent(it -> byCode.putIfAbsent(it.code(), option(it, chrome)));
    return List.copyOf(byCode.values());
  }

  public List<Option> provinces() {
    return offices.roots().stream().map(it -> new Option(it.code(), it.label())).toList();
  }

  private List<Office> below(String province) {
    var list = new ArrayList<Office>();
    offices.open(province).ifPresent(list::add);
    list.addAll(offices.below(province));
    return list;
  }

  private static Option option(Office office, Chrome chrome) {
    var address = office.address() == null ? chrome.t("web.office.unknown") : office.address();
    return new Option(
        office.code(), office.label(), chrome.t("web.office.address") + ": " + address);
  }
}
