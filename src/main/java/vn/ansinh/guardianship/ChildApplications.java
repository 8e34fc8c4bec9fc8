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
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.consents.Consents;
import vn.ansinh.files.FileId;
import vn.ansinh.files.Files;
import vn.ansinh.people.People;
import vn.ansinh.people.PersonStatus;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;

/**
 * Applications for children's accounts as their guardians see them (requirement R16). A draft stays
 * with the guardian's account, so no window that closes loses it. Handing in is for {@link
 * ChildHandIns}.
 */
@Service
public class ChildApplications {

  private final ApplicationStore store;
  private final ChildClaimStore claims;
  private final ChildChecking checking;
  private final People people;
  private final Accounts accounts;
  private final Files files;
  private final Consents consents;
  private final GuardianshipSettings settings;
  private final Audit audit;
  private final Clock clock;

  ChildApplications(
      ApplicationStore store,
      ChildClaimStore claims,
      ChildChecking checking,
      People people,
      Accounts accounts,
      Files files,
      Consents consents,
      GuardianshipSettings settings,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.claims = claims;
    this.checking = checking;
    this.people = people;
    this.accounts = accounts;
    this.files = files;
    this.consents = consents;
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

  /** Whoever decides or changes it waits until the caller's transaction is over. */
  void hold(PersonId guardian, ApplicationId id) {
    store.lock(guardian, id);
  }

  /** The caller holds the row. */
  void erase(ChildApplication application) {
    application.pictures().forEach(files::erase);
    claims.release(application.id());
    consents.forget(application.id().value());
    store.erase(application, clock.instant());
  }

  private Optional<ChildApplication> editable(PersonId guardian, ApplicationId id) {
    return store.lock(guardian, id).filter(it -> it.status().isEditable());
  }

  /** In the guardian's name. */
  void record(String action, ChildApplication application) {
    audit.record(
        action,
        Actor.of(application.guardian()),
        Subject.of("child-application", application.id().value(), application.guardian()));
  }
}
