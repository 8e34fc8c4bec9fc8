package vn.ansinh.guardianship;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.AccountClosings;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.CodePurpose;
import vn.ansinh.accounts.CodeState;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.OneTimeCodes;
import vn.ansinh.accounts.Redeeming;
import vn.ansinh.accounts.Sending;
import vn.ansinh.accounts.Taking;
import vn.ansinh.files.Files;
import vn.ansinh.people.Person;
import vn.ansinh.platform.PersonId;

/**
 * Handing an application in with a code sent to the guardian. One application for a child is under
 * way at a time, however many guardians hand one in at once: a claim in the database decides.
 */
@Service
public class ChildHandIns {

  private final ApplicationStore store;
  private final ChildClaimStore claims;
  private final ChildApplications applications;
  private final ChildMatch match;
  private final ChildConsents consents;
  private final LinkStore links;
  private final Accounts accounts;
  private final AccountClosings closings;
  private final OneTimeCodes codes;
  private final Budgets budgets;
  private final Files files;
  private final GuardianshipSettings settings;
  private final Clock clock;

  ChildHandIns(
      ApplicationStore store,
      ChildClaimStore claims,
      ChildApplications applications,
      ChildMatch match,
      ChildConsents consents,
      LinkStore links,
      Accounts accounts,
      AccountClosings closings,
      OneTimeCodes codes,
      Budgets budgets,
      Files files,
      GuardianshipSettings settings,
      Clock clock) {
    this.store = store;
    this.claims = claims;
    this.applications = applications;
    this.match = match;
    this.consents = consents;
    this.links = links;
    this.accounts = accounts;
    this.closings = closings;
    this.codes = codes;
    this.budgets = budgets;
    this.files = files;
    this.settings = settings;
    this.clock = clock;
  }

  /** Where the code goes: the e-mail address of the guardian's account, else its phone. */
  public Optional<Contact> contact(PersonId guardian) {
    return accounts.contact(guardian);
  }

  /** Empty when there is nothing to confirm any more. */
  @Transactional
  public Optional<Sending> sendCode(
      PersonId guardian, ApplicationId id, Locale language, String network) {
    return store
        .lock(guardian, id)
        .filter(it -> it.status().isEditable())
        .filter(it -> applications.problems(it).isEmpty())
        .flatMap(_ -> contact(guardian))
        .map(it -> codes.send(CodePurpose.CONFIRM_GUARDIAN, id.value(), it, language, network));
  }

  /** About the newest code; empty when none was sent. */
  public Optional<CodeState> codeState(ApplicationId id) {
    return codes.state(CodePurpose.CONFIRM_GUARDIAN, id.value());
  }

  /**
   * Hands it in, once however often it is called. Holds the guardian's account, so that of several
   * at once no more are taken in than may wait.
   */
  @Transactional
  public ChildSubmission submit(PersonId guardian, ApplicationId id, String typedCode) {
    if (closings.hold(guardian).isEmpty()) {
      return new ChildSubmission.Gone();
    }
    var found = store.lock(guardian, id);
    if (found.filter(it -> it.status() == ApplicationStatus.SUBMITTED).isPresent()) {
      return new ChildSubmission.Accepted(id);
    }
    var application = found.filter(it -> it.status().isEditable());
    var form = application.map(ChildApplication::form).orElse(null);
    if (application.isEmpty() || form == null || !applications.mayApply(guardian)) {
      return new ChildSubmission.Gone();
    }
    var problems = applications.problems(application.get());
    if (!problems.isEmpty()) {
      return new ChildSubmission.Incomplete(problems);
    }
    if (!consents.stand(application.get())) {
      return new ChildSubmission.NotConsented();
    }
    if (budgets.take(settings.submissions(), guardian.value().toString()) instanceof Taking.Spent) {
      return new ChildSubmission.TooMany();
    }
    if (store.waitingOf(List.of(guardian)).getOrDefault(guardian, 0) >= settings.waitingAtOnce()) {
      return new ChildSubmission.TooManyWaiting(settings.waitingAtOnce());
    }
    var redeeming = codes.redeem(CodePurpose.CONFIRM_GUARDIAN, id.value(), typedCode);
    return redeeming instanceof Redeeming.Accepted
        ? submit(application.get(), form)
        : new ChildSubmission.NotConfirmed(redeeming);
  }

  private ChildSubmission submit(ChildApplication application, ChildForm form) {
    var child = match.exact(form);
    if (!claims.claim(match.claim(application, form), application).equals(application.id())) {
      return new ChildSubmission.AlreadyOpen();
    }
    if (child
        .filter(it -> !links.between(application.guardian(), it.id()).isEmpty())
        .filter(it -> accounts.exists(it.id()))
        .isPresent()) {
      claims.release(application.id());
      return new ChildSubmission.AlreadyGuardian();
    }
    store.submit(
        application, form.officeCode(), child.map(Person::id).orElse(null), clock.instant());
    files.keep(application.pictures());
    applications.record("CHILD_APPLICATION_SUBMITTED", application);
    return new ChildSubmission.Accepted(application.id());
  }
}
