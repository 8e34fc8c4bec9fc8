package vn.ansinh.portal.adjusting;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.ansinh.adjusting.AdjustmentField;
import vn.ansinh.adjusting.Adjustments;
import vn.ansinh.adjusting.Facts;
import vn.ansinh.adjusting.Item;
import vn.ansinh.adjusting.ItemValues;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.web.Chrome;
import vn.ansinh.web.Problems;

/** Puts into words what the register says, what it is to say, and what is wrong. */
@Component
class AdjustingWords {

  private final Adjustments adjustments;
  private final ItemValues values;

  AdjustingWords(Adjustments adjustments, ItemValues values) {
    this.adjustments = adjustments;
    this.values = values;
  }

  String value(Item item, Facts facts, Chrome chrome) {
    return values.of(item, facts, it -> chrome.t("adjusting.word." + it));
  }

  String label(Item item, Chrome chrome) {
    return chrome.t("adjusting.item." + item);
  }

  /** Only what differs. */
  List<ItemRow> changes(Facts before, Facts after, Chrome chrome) {
    return Stream.of(Item.values())
        .filter(it -> !before.agrees(it, after))
        .map(
            it ->
                new ItemRow(
                    it.name(),
                    label(it, chrome),
                    value(it, before, chrome),
                    value(it, after, chrome),
                    true))
        .toList();
  }

  /** Of one page; each leads to its field. */
  Problems problems(Map<AdjustmentField, String> all, Chrome chrome, AdjustmentField... ofPage) {
    var problems = new Problems();
    for (var field : ofPage) {
      var what = all.get(field);
      if (what != null) {
        problems.add(anchor(field), sentence(field, what, chrome));
      }
    }
    return problems;
  }

  /** Everything that is wrong anywhere, each with a link to its page. */
  Problems everywhere(Map<AdjustmentField, String> all, Chrome chrome) {
    var problems = new Problems();
    all.forEach(
        (field, what) ->
            problems.add(step(field).path() + "#" + anchor(field), sentence(field, what, chrome)));
    return problems;
  }

  private static AdjustingWizard.Step step(AdjustmentField field) {
    return field == AdjustmentField.ITEMS
        ? AdjustingWizard.Step.ITEMS
        : AdjustmentField.PICTURES.contains(field)
            ? AdjustingWizard.Step.EVIDENCE
            : AdjustingWizard.Step.CHANGES;
  }

  private String sentence(AdjustmentField field, String what, Chrome chrome) {
    var key =
        Arrays.asList(
                "adjusting.problem." + field + "." + what,
                "adjusting.problem." + what,
                "registration.photos.refused." + what)
            .stream()
            .filter(chrome::has)
            .findFirst()
            .orElse("adjusting.problem.WRONG");
    var days = adjustments.days();
    return chrome.t(key, VietnamTime.show(days.getFirst()), VietnamTime.show(days.getLast()));
  }

  private static String anchor(AdjustmentField field) {
    return switch (field) {
      case ITEMS -> "item";
      case FULL_NAME -> "fullName";
      case BIRTH_DATE -> "birth";
      case SEX -> "sex";
      case PAPER_KIND -> "paperKind";
      case PAPER_NUMBER -> "paperNumber";
      case ADDRESS_LAYER, PROVINCE_CODE, DISTRICT_CODE, WARD_CODE -> "wardCode";
      case STREET -> "street";
      case CONTACT_PERSON -> "contactPerson";
      case REASON -> "reason";
      case NOTE -> "note";
      case EFFECTIVE_ON -> "effective";
      case BIRTH_CERTIFICATE, PAPER_FRONT, PAPER_BACK, RESIDENCE_PAPER -> field.name();
    };
  }
}
