package vn.ansinh.journeys;

import vn.ansinh.support.Journey.Visitor;

/**
 * Chooses a ward as a person would: by typing where the script runs, by lists where it does not.
 */
final class Wards {

  private Wards() {}

  static void choose(Visitor visitor, String typed, String provinceCode, String wardCode) {
    var page = visitor.page;
    if (visitor.way.javaScript()) {
      page.locator("[data-unitpicker] input[role=combobox]").pressSequentially(typed);
      page.locator("[data-unitpicker] [role=option]").first().waitFor();
      page.locator("[data-unitpicker] input[role=combobox]").press("ArrowDown");
      page.locator("[data-unitpicker] input[role=combobox]").press("Enter");
    } else {
      page.locator("#provinceCode").selectOption(provinceCode);
      page.locator("button[value=units]").click();
      page.waitForLoadState();
      page.locator("#wardCode").selectOption(wardCode);
    }
  }
}
