package vn.ansinh.guardianship;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.CodePurpose;
import vn.ansinh.accounts.CodeState;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.OneTimeCodes;
import vn.ansinh.accounts.Redeeming;
import vn.ansinh.accounts.Sending;
import vn.ansinh.accounts.Taking;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.files.FileId;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.files.Upload;
import vn.ansinh.people.People;
import vn.ansinh.people.PersonStatus;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;

/**
 * Applications for children's accounts as their guardians see them (requirement R16). A draft stays
 * with the guardian's account, so no window that closes loses it. One application for a child is
 * under way at a time, however many guardians hand one in at once: a claim in the database decides.
 */
@Service
public class ChildApplications {

  private final ApplicationStore store;
  private final ChildChecking checking;
  private final ChildMatch match;
  private final LinkStore links;
  private final People people;
  private final Accounts accounts;
  private final OneTimeCodes codes;
  private final Budgets budgets;
  private final Files files;
  private final GuardianshipSettings settings;
  private final Audit audit;
  private final Clock clock;

  ChildApplications(
      ApplicationStore store,
      ChildChecking checking,
      ChildMatch match,
      LinkStore links,
      People people,
      Accounts accounts,
      OneTimeCodes codes,
      Budgets budgets,
      Files files,
      GuardianshipSettings settings,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.checking = checking;
    this.match = match;
    this.links = links;
    this.people = people;
    this.accounts = accounts;
    this.codes = codes;
    this.budgets = budgets;
    this.files = files;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether somebody is grown up by the register and has an account of their own. */
  @Transactional(readOnly = true)
  public boolean mayApply(PersonId guardian) {
    var today = VietnamTime.today(clock);
    return people
            .find(guardian)
            .filter(it -> it.status() == PersonStatus.ACTIVE)
            .filter(it -> Ages.isCertainlyGrownUp(it.birthDate(), today))
            .isPresent()
        && accounts.find(guardian).filter(it -> it.lentBy() == null).isPresent();
  }

  /** The draft there is, or a new one. Empty for somebody who may not apply. */
  @Transactional
  public Optional<ChildApplication> start(PersonId guardian, Locale language) {
    if (!mayApply(guardian)) {
      return Optional.empty();
    }
    var now = clock.instant();
    store.insertDraft(
        guardian,
        ApplicationId.next(),
        ChildForm.empty(language),
        now,
        now.plus(settings.draftsKeptFor()));
    return store.draft(guardian);
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<ChildApplication> of(PersonId guardian) {
    return store.of(guardian);
  }

  @Transactional(readOnly = true)
  public Optional<ChildApplication> find(PersonId guardian, ApplicationId id) {
    return store.find(guardian, id);
  }

  /** Whoever applied; the caller knows who may see it. */
  @Transactional(readOnly = true)
  public Optional<ChildApplication> find(ApplicationId id) {
    return store.find(id);
  }

  /** The portrait an officer saw with the newest approval for the child. */
  @Transactional(readOnly = true)
  public Optional<FileId> portrait(PersonId child) {
    return store.approved(child).stream()
        .flatMap(it -> Optional.ofNullable(it.portrait()).stream())
        .findFirst();
  }

  /** Field to what is wrong; empty when it can be handed in. */
  @Transactional(readOnly = true)
  public Map<ChildField, String> problems(ChildApplication application) {
    var form = application.form();
    return form == null ? Map.of() : checking.problems(application, form);
  }

  /** Keeps what was typed, right or wrong. Empty when there is nothing to change any more. */
  @Transactional
  public Optional<ChildApplication> save(
      PersonId guardian, ApplicationId id, UnaryOperator<ChildForm> change) {
    var before = editable(guardian, id);
    var form = before.map(ChildApplication::form).orElse(null);
    if (before.isEmpty() || form == null) {
      return Optional.empty();
    }
    var now = clock.instant();
    var until = now.plus(settings.draftsKeptFor());
    store.save(before.get(), change.apply(form), now, until);
    files.keepUntil(before.get().pictures(), until);
    return store.find(guardian, id);
  }

  /**
   * Takes the child's portrait or birth certificate in; one it replaces is erased. Whether it can
   * be kept shows a moment later.
   */
  @Transactional
  public Upload addPicture(PersonId guardian, ApplicationId id, FileKind kind, byte[] original) {
    var before = editable(guardian, id);
    if (before.isEmpty()) {
      return new Upload.Refused(Upload.Reason.EMPTY);
    }
    if (budgets.take(settings.pictures(), guardian.value().toString()) instanceof Taking.Spent) {
      return new Upload.Refused(Upload.Reason.TOO_MANY_PIXELS);
    }
    return put(before.get(), kind, files.store(id.value(), kind, original));
  }

  /** A quarter turn clockwise. */
  @Transactional
  public Upload rotatePicture(PersonId guardian, ApplicationId id, FileKind kind) {
    var before = editable(guardian, id);
    var picture = before.map(it -> it.picture(kind)).orElse(null);
    return before.isEmpty() || picture == null
        ? new Upload.Refused(Upload.Reason.EMPTY)
        : put(before.get(), kind, files.rotate(picture, 1));
  }

  /** Where the code goes: the e-mail address of the guardian's account, else its phone. */
  public Optional<Contact> contact(PersonId guardian) {
    return accounts.contact(guardian);
  }

  /** Empty when there is nothing to confirm any more. */
  @Transactional
  public Optional<Sending> sendCode(
      PersonId guardian, ApplicationId id, Locale language, String network) {
    return editable(guardian, id)
        .filter(it -> problems(it).isEmpty())
        .flatMap(_ -> contact(guardian))
        .map(it -> codes.send(CodePurpose.CONFIRM_GUARDIAN, id.value(), it, language, network));
  }

  /** About the newest code; empty when none was sent. */
  public Optional<CodeState> codeState(ApplicationId id) {
    return codes.state(CodePurpose.CONFIRM_GUARDIAN, id.value());
  }

  /** Hands it in, once however often it is called. */
  @Transactional
  public ChildSubmission submit(PersonId guardian, ApplicationId id, String typedCode) {
    var found = store.lock(guardian, id);
    if (found.filter(it -> it.status() == ApplicationStatus.SUBMITTED).isPresent()) {
      return new ChildSubmission.Accepted(id);
    }
    var application = found.filter(it -> it.status().isEditable());
    var form = application.map(ChildApplication::form).orElse(null);
    if (application.isEmpty() || form == null || !mayApply(guardian)) {
      return new ChildSubmission.Gone();
    }
    var problems = checking.problems(application.get(), form);
    if (!problems.isEmpty()) {
      return new ChildSubmission.Incomplete(problems);
    }
    if (budgets.take(settings.submissions(), guardian.value().toString()) instanceof Taking.Spent) {
      return new ChildSubmission.TooMany();
    }
    var redeeming = codes.redeem(CodePurpose.CONFIRM_GUARDIAN, id.value(), typedCode);
    return redeeming instanceof Redeeming.Accepted
        ? submit(application.get(), form)
        : new ChildSubmission.NotConfirmed(redeeming);
  }

  /** Everything typed and every picture is erased. False when it is decided. */
  @Transactional
  public boolean withdraw(PersonId guardian, ApplicationId id) {
    var open =
        store
            .lock(guardian, id)
            .filter(it -> it.status().isEditable() || it.status() == ApplicationStatus.SUBMITTED);
    open.ifPresent(
        it -> {
          erase(it);
          record("CHILD_APPLICATION_WITHDRAWN", it);
        });
    return open.isPresent();
  }

  /** The caller holds the row. */
  void erase(ChildApplication application) {
    application.pictures().forEach(files::erase);
    store.release(application.id());
    store.erase(application, clock.instant());
  }

  private ChildSubmission submit(ChildApplication application, ChildForm form) {
    var child = match.exact(form);
    var claim = child.map(match::claim).orElseGet(() -> match.claim(application, form));
    if (!store.claim(claim, application).equals(application.id())) {
      return new ChildSubmission.AlreadyOpen();
    }
    if (child.filter(it -> !links.between(application.guardian(), it.id()).isEmpty()).isPresent()) {
      store.release(application.id());
      return new ChildSubmission.AlreadyGuardian();
    }
    store.submit(
        application, form.officeCode(), child.map(it -> it.id()).orElse(null), clock.instant());
    files.keep(application.pictures());
    record("CHILD_APPLICATION_SUBMITTED", application);
    return new ChildSubmission.Accepted(application.id());
  }

  private Upload put(ChildApplication application, FileKind kind, Upload upload) {
    if (upload instanceof Upload.Stored(var picture)) {
      var old = application.picture(kind);
      if (old != null) {
        files.erase(old);
      }
      store.put(application, kind, picture, clock.instant());
    }
    return upload;
  }

  private Optional<ChildApplication> editable(PersonId guardian, ApplicationId id) {
    return store.lock(guardian, id).filter(it -> it.status().isEditable());
  }

  private void record(String action, ChildApplication application) {
    audit.record(
        action,
        Actor.of(application.guardian()),
        Subject.of("child-application", application.id().value(), application.guardian()));
  }
}
