package vn.ansinh.portal.children;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.ansinh.guardianship.ApplicationId;
import vn.ansinh.web.Chrome;

/**
 * Where a guardian is on the way to a child's account.
 *
 * @param names of all steps, in the language of the page
 * @param current counts from 0
 * @param at the address of the application
 */
public record ChildWizard(List<String> names, int current, String at) {

  enum Step {
    CHILD,
    PHOTOS,
    OFFICE,
    REVIEW,
    CONFIRM;

    String path() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static ChildWizard at(Step step, ApplicationId id, Chrome chrome) {
    var names = Stream.of(Step.values()).map(it -> chrome.t("children.step." + it.path())).toList();
    return new ChildWizard(names, step.ordinal(), path(id));
  }

  static String path(ApplicationId id) {
    return "/home/children/applications/" + id.value();
  }

  static String path(ApplicationId id, Step step) {
    return path(id) + "/" + step.path();
  }
}
