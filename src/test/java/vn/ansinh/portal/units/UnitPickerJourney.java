package vn.ansinh.portal.units;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.ansinh.support.Journey;
import vn.ansinh.web.Chrome;

public class UnitPickerJourney extends Journey {

  @ParameterizedTest
  @MethodSource("corners")
  void an_address_of_today_is_chosen(Way way) {
    var visitor = visitor(way);
    var page = visitor.page;
    visitor.open("/units/page");
    visitor.step("empty");
    page.locator("#street").fill("Số 1 đường Mẫu");
    if (way.javaScript()) {
      type(page, "tan my hcm");
      assertThat(page.getByRole(AriaRole.OPTION)).not().hasCount(0);
      visitor.step("suggestions");
      page.getByRole(AriaRole.OPTION).first().click();
    } else {
      page.selectOption("#provinceCode", "79");
      load(page);
      visitor.step("wards");
      page.selectOption("#wardCode", "27487");
      load(page);
    }
    assertThat(page.locator(".chosen strong")).hasText("Phường Tân Mỹ, Thành phố Hồ Chí Minh");
    goOn(page);
    assertThat(page.locator(".chosen strong")).hasText("Phường Tân Mỹ, Thành phố Hồ Chí Minh");
    assertThat(page.locator("#street")).hasValue("Số 1 đường Mẫu");
    visitor.step("chosen");
    assertThat(page.url()).contains("layer=SINCE_2025", "provinceCode=79", "wardCode=27487");
  }

  @ParameterizedTest
  @MethodSource("corners")
  void an_old_address_is_shown_with_its_new_unit(Way way) {
    var visitor = visitor(way);
    var page = visitor.page;
    visitor.open("/units/page");
    page.locator("[name=layer][value=UNTIL_2025]").check();
    if (way.javaScript()) {
      type(page, "tân phú q7");
      assertThat(page.getByRole(AriaRole.OPTION).first())
          .hasText("Phường Tân Phú, Quận 7, Thành phố Hồ Chí Minh");
      page.keyboard().press("ArrowDown");
      assertThat(page.getByRole(AriaRole.OPTION).first()).hasAttribute("aria-selected", "true");
      visitor.step("marked");
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.COMBOBOX)).hasAttribute("aria-expanded", "false");
    } else {
      page.selectOption("#provinceCode", "79");
      load(page);
      page.selectOption("#districtCode", "778");
      load(page);
      page.selectOption("#wardCode", "27487");
      load(page);
    }
    assertThat(page.locator(".chosen strong").nth(1))
        .hasText("Phường Tân Mỹ, Thành phố Hồ Chí Minh");
    goOn(page);
    assertThat(page.locator(".chosen strong").first())
        .hasText("Phường Tân Phú, Quận 7, Thành phố Hồ Chí Minh");
    assertThat(page.locator(".chosen strong").nth(1))
        .hasText("Phường Tân Mỹ, Thành phố Hồ Chí Minh");
    visitor.step("chosen");
  }

  @ParameterizedTest
  @MethodSource("console")
  void nothing_chosen_is_said_at_the_field(Way way) {
    var visitor = visitor(way);
    visitor.open("/units/page");
    goOn(visitor.page);
    assertThat(visitor.page.locator("#wardCode")).hasAttribute("aria-invalid", "true");
    visitor.step("problem");
  }

  @ParameterizedTest
  @MethodSource("corners")
  void switching_the_layer_forgets_a_ward_of_the_other(Way way) {
    var visitor = visitor(way);
    var page = visitor.page;
    visitor.open("/units/page?layer=SINCE_2025&provinceCode=79&wardCode=27487");
    assertThat(page.locator(".chosen strong")).hasCount(1);
    page.locator("[name=layer][value=UNTIL_2025]").check();
    goOn(page);
    assertThat(page.locator(".chosen strong")).hasCount(0);
  }

  @ParameterizedTest
  @MethodSource("corners")
  void what_is_not_found_is_said(Way way) {
    if (!way.javaScript()) {
      return;
    }
    var visitor = visitor(way);
    visitor.open("/units/page");
    type(visitor.page, "zzzz");
    assertThat(visitor.page.getByRole(AriaRole.STATUS)).not().isEmpty();
    assertThat(visitor.page.getByRole(AriaRole.OPTION)).hasCount(0);
    visitor.page.keyboard().press("Escape");
    visitor.step("nothing-found");
  }

  private static void type(Page page, String text) {
    page.getByRole(AriaRole.COMBOBOX).pressSequentially(text);
  }

  private static void load(Page page) {
    page.locator("button[value=units]").click();
  }

  private static void goOn(Page page) {
    page.locator("button[value=on]").click();
  }

  /** A form with nothing but the picker and another field, for looking at the picker alone. */
  @Controller
  public static class PickerPage {

    private final UnitPickers pickers;
    private final TemplateEngine templates;

    PickerPage(UnitPickers pickers, TemplateEngine templates) {
      this.pickers = pickers;
      this.templates = templates;
    }

    @GetMapping(path = "/units/page", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    @ResponseBody
    String page(
        @ModelAttribute(name = "chrome", binding = false) Chrome chrome,
        @RequestParam @Nullable String layer,
        @RequestParam @Nullable String provinceCode,
        @RequestParam @Nullable String districtCode,
        @RequestParam @Nullable String wardCode,
        @RequestParam(defaultValue = "") String street,
        @RequestParam(defaultValue = "") String go) {
      var missing = go.equals("on") && (wardCode == null || wardCode.isEmpty());
      var picker =
          pickers.of(
              layer,
              provinceCode,
              districtCode,
              wardCode,
              missing ? "Vui lòng chọn phường, xã" : null);
      var component = new StringOutput();
      templates.render(
          "component/unitpicker.jte", Map.of("chrome", chrome, "picker", picker), component);
      return """
          <!DOCTYPE html>
          <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
          <title>Unit picker</title>
          <link rel="stylesheet" href="%s"><link rel="stylesheet" href="%s"></head>
          <body><main class="wrap narrow"><h1>Unit picker</h1>
          <form action="/units/page" novalidate>%s
          <div class="field"><label for="street">Street</label><input type="text" id="street" name="street" value="%s"></div>
          <div class="actions"><button class="button primary" name="go" value="on">Tiếp tục</button></div></form></main></body></html>
          """
          .formatted(
              chrome.language(),
              chrome.asset("/css/tokens.css"),
              chrome.asset("/css/app.css"),
              component,
              street);
    }
  }
}
