package vn.ansinh.portal.registration;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Taking;
import vn.ansinh.portal.Devices;
import vn.ansinh.registration.DraftId;

/** Takes from the {@link PortalLimits}; what is too much is answered with 429. */
@Component
class WizardBudgets {

  private final Budgets budgets;
  private final PortalLimits limits;

  WizardBudgets(Budgets budgets, PortalLimits limits) {
    this.budgets = budgets;
    this.limits = limits;
  }

  void beginDraft(HttpServletRequest request) {
    orTooMany(take(limits.drafts(), network(request)));
  }

  void takePicture(DraftId draft, HttpServletRequest request) {
    orTooMany(
        take(limits.picturesOfDraft(), draft.value().toString())
            && take(limits.picturesFromNetwork(), network(request)));
  }

  /** Whether the population registry may be asked about the draft now; counts as a question. */
  boolean mayAskRegistry(DraftId draft, HttpServletRequest request) {
    return take(limits.registryQuestionsOfDraft(), draft.value().toString())
        && take(limits.registryQuestionsFromNetwork(), network(request));
  }

  /** Whether the draft may be submitted now; counts as a try. */
  boolean maySubmit(DraftId draft, HttpServletRequest request) {
    return take(limits.submissions(), draft.value().toString())
        && budgets.spentUntil(limits.refusals(), network(request)).isEmpty();
  }

  /** The answer told that something is taken. */
  void refusedAsTaken(HttpServletRequest request) {
    take(limits.refusals(), network(request));
  }

  private boolean take(Budget budget, String key) {
    return budgets.take(budget, key) instanceof Taking.Granted;
  }

  private static void orTooMany(boolean granted) {
    if (!granted) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
  }

  private static String network(HttpServletRequest request) {
    return Devices.of(request).network();
  }
}
