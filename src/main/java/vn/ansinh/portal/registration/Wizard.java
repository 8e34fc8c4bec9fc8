package vn.ansinh.portal.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ansinh.registration.Step;
import vn.ansinh.web.Chrome;

/**
 * Where a person is in the wizard.
 *
 * @param names of all steps, in the language of the page
 * @param current counts from 0
 * @param resumeLink the private link to go on elsewhere; absent where there is nothing to go on
 *     with
 */
public record Wizard(List<String> names, int current, @Nullable String resumeLink) {

  static Wizard at(Step step, Chrome chrome, @Nullable String resumeLink) {
    return new Wizard(names(chrome), step.ordinal(), resumeLink);
  }

  static Wizard done(Chrome chrome) {
    var names = names(chrome);
    return new Wizard(names, names.size() - 1, null);
  }

  /** The page of a step. */
  static String path(Step step) {
    return "/registration/" + key(step);
  }

  static Step before(Step step) {
    return Step.values()[Math.max(0, step.ordinal() - 1)];
  }

  static String name(Step step, Chrome chrome) {
    return chrome.t("registration.step." + key(step));
  }

  private static List<String> names(Chrome chrome) {
    var names = new ArrayList<String>();
    for (var step : Step.values()) {
      names.add(name(step, chrome));
    }
    names.add(chrome.t("registration.step.done"));
    return names;
  }

  private static String key(Step step) {
    return step.name().toLowerCase(Locale.ROOT);
  }
}
