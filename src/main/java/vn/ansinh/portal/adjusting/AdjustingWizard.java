package vn.ansinh.portal.adjusting;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.ansinh.web.Chrome;

/**
 * Where somebody is on the way.
 *
 * @param names of all steps, in the language of the page
 * @param current counts from 0
 */
public record AdjustingWizard(List<String> names, int current) {

  enum Step {
    ITEMS,
    CHANGES,
    EVIDENCE,
    REVIEW,
    CODE;

    String path() {
      return AdjustingPages.PATH + "/" + name().toLowerCase(Locale.ROOT);
    }
  }

  static AdjustingWizard at(Step step, Chrome chrome) {
    return new AdjustingWizard(
        Stream.of(Step.values()).map(it -> chrome.t("adjusting.step." + it)).toList(),
        step.ordinal());
  }
}
