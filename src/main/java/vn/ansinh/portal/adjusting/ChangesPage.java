package vn.ansinh.portal.adjusting;

import java.util.List;
import java.util.Map;
import vn.ansinh.adjusting.AdjustmentField;
import vn.ansinh.adjusting.AdjustmentForm;
import vn.ansinh.adjusting.Item;
import vn.ansinh.portal.registration.ThreeBoxes;
import vn.ansinh.portal.units.UnitPicker;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/**
 * Everything {@code portal/adjusting/changes.jte} shows.
 *
 * @param now what the register says, by item
 */
public record ChangesPage(
    AdjustingWizard wizard,
    AdjustmentForm form,
    Map<Item, String> now,
    ThreeBoxes birth,
    ThreeBoxes effective,
    List<Option> sexes,
    List<Option> paperKinds,
    List<Option> reasons,
    UnitPicker units,
    String firstDay,
    String lastDay,
    Problems problems) {

  public boolean has(String item) {
    return form.has(Item.valueOf(item));
  }

  public String now(String item) {
    return now.getOrDefault(Item.valueOf(item), "");
  }

  public String typed(String field) {
    return form.typed(AdjustmentField.valueOf(field));
  }
}
