package vn.ansinh.portal.mydata;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.ansinh.catalogue.AdministrativeUnits;
import vn.ansinh.catalogue.CodeList;
import vn.ansinh.catalogue.CodeLists;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.catalogue.UnitPath;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.review.Reasons;
import vn.ansinh.web.Texts;

/** Puts a value that is kept as a code or in a machine's order into words. */
@Component
class HeldValues {

  private final AdministrativeUnits units;
  private final Offices offices;
  private final CodeLists lists;
  private final Reasons reasons;
  private final Texts texts;
  private final Clock clock;

  HeldValues(
      AdministrativeUnits units,
      Offices offices,
      CodeLists lists,
      Reasons reasons,
      Texts texts,
      Clock clock) {
    this.units = units;
    this.offices = offices;
    this.lists = lists;
    this.reasons = reasons;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * Empty where there is nothing to say.
   *
   * @param around the values it stands among: a ward's code means nothing without its layer
   */
  String of(String name, JsonNode value, JsonNode around, Locale language) {
    if (value.isNull()) {
      return "";
    }
    if (value.isBoolean()) {
      return texts.of(language, value.booleanValue() ? "mydata.yes" : "mydata.no");
    }
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(it -> of(name, it, around, language))
          .collect(Collectors.joining("; "));
    }
    return value.isString()
        ? written(name, value.stringValue(), around, language)
        : value.toString();
  }

  private String written(String name, String value, JsonNode around, Locale language) {
    return switch (name) {
      case "office_code", "officeCode", "OFFICE_CODE" ->
          named(offices.find(value).map(Office::name), value);
      case "ward_code" -> ward(value, around.path("address_layer").asString(""));
      case "WARD_CODE" -> ward(value, around.path("ADDRESS_LAYER").asString(""));
      case "ethnic_group" -> entry(CodeList.ETHNIC_GROUP, value, language);
      case "household_relation" -> entry(CodeList.HOUSEHOLD_RELATION, value, language);
      case "nationality" -> entry(CodeList.COUNTRY, value, language);
      case "reasons" ->
          reasons
              .find(value, VietnamTime.today(clock))
              .map(it -> it.in(language).wrong())
              .or(() -> texts.find(language, "mydata.value." + value))
              .orElse(value);
      case "reason" ->
          lists
              .find(CodeList.STOP_REASON, value, VietnamTime.today(clock))
              .map(it -> language.getLanguage().equals("vi") ? it.nameVi() : it.nameEn())
              .or(() -> code(value, "mydata.value.", language))
              .orElse(value);
      case "kind" ->
          code(value, "mydata.value.", language).or(() -> notice(value, language)).orElse(value);
      case "full_name",
          "fullName",
          "FULL_NAME",
          "street",
          "STREET",
          "number",
          "NUMBER",
          "text",
          "note" ->
          value;
      default -> plain(value, language);
    };
  }

  private String plain(String value, Locale language) {
    try {
      if (value.matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z")) {
        return VietnamTime.show(Instant.parse(value));
      }
      if (value.matches("\\d{4}-\\d\\d-\\d\\d")) {
        return VietnamTime.show(LocalDate.parse(value));
      }
    } catch (DateTimeException _) {
      // Somebody's own words that only look like a date.
      return value;
    }
    return code(value, "mydata.value.", language).orElse(value);
  }

  private Optional<String> code(String value, String key, Locale language) {
    return value.matches("[A-Za-z][A-Za-z0-9_]+")
        ? texts.find(language, key + value)
        : Optional.empty();
  }

  private Optional<String> notice(String value, Locale language) {
    return texts.find(language, "notices.kind." + value.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private String ward(String code, String layer) {
    var known = Arrays.stream(Layer.values()).filter(it -> it.name().equals(layer)).findFirst();
    return named(known.flatMap(it -> units.path(it, code)).map(UnitPath::text), code);
  }

  private String entry(CodeList list, String code, Locale language) {
    return named(
        lists
            .find(list, code, VietnamTime.today(clock))
            .map(it -> language.getLanguage().equals("vi") ? it.nameVi() : it.nameEn()),
        code);
  }

  private static String named(Optional<String> name, String code) {
    return name.map(it -> it + " (" + code + ")").orElse(code);
  }
}
