package vn.ansinh.adjusting;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Account;
import vn.ansinh.accounts.AccountClosings;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Device;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.accounts.Reauthentication;
import vn.ansinh.accounts.Redeeming;
import vn.ansinh.accounts.Sending;
import vn.ansinh.accounts.Taking;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.files.Files;
import vn.ansinh.people.People;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.WorkingDays;

/**
 * Handing a request in: the own password, then a code to a registered contact, typed in the same
 * session. What is changed in between voids the code. However often and from however many windows
 * at once, it is handed in once: everything is done under the lock on the account's row.
 */
@Service
public class AdjustmentHandIns {

  private final AdjustmentStore store;
  private final Adjustments adjustments;
  private final AdjustmentForms forms;
  private final AdjustmentCodes codes;
  private final Checking checking;
  private final Reauthentication password;
  private final AccountClosings accounts;
  private final People people;
  private final Files files;
  private final Budgets budgets;
  private final WorkingDays workingDays;
  private final AdjustmentSettings settings;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  AdjustmentHandIns(
      AdjustmentStore store,
      Adjustments adjustments,
      AdjustmentForms forms,
      AdjustmentCodes codes,
      Checking checking,
      Reauthentication password,
      AccountClosings accounts,
      People people,
      Files files,
      Budgets budgets,
      WorkingDays workingDays,
      AdjustmentSettings settings,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.adjustments = adjustments;
    this.forms = forms;
    this.codes = codes;
    this.checking = checking;
    this.password = password;
    this.accounts = accounts;
    this.people = people;
    this.files = files;
    this.budgets = budgets;
    this.workingDays = workingDays;
    this.settings = settings;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** Asks for the password before anything else, then sends the code. */
  public AskingToAdjust begin(
      CitizenSession session, String typed, Device device, Locale language) {
    return switch (password.with(
        session, typed, device, () -> begin(session, language, device.network()))) {
      case Reauthenticated.Done<AskingToAdjust>(var asked) -> asked;
      case Reauthenticated.Wrong<AskingToAdjust>(var left) ->
          new AskingToAdjust.NotThePassword(left);
      case Reauthenticated.TooMany<AskingToAdjust>(var until) -> new AskingToAdjust.TooMany(until);
      case Reauthenticated.Busy<AskingToAdjust> _ -> new AskingToAdjust.Busy();
    };
  }

  /** Where the code went that is awaited in this session, and how long it is good. */
  @Transactional
  public Optional<AwaitedAdjustment> awaited(CitizenSession session) {
    return accounts
        .hold(session.person())
        .flatMap(codes::contact)
        .flatMap(to -> begun(session).map(it -> new AwaitedAdjustment(to, codes.state(it, to))));
  }

  /** Empty when no code is awaited in this session. */
  @Transactional
  public Optional<Sending> sendAgain(CitizenSession session, Locale language, String network) {
    return accounts
        .hold(session.person())
        .flatMap(codes::contact)
        .flatMap(to -> begun(session).map(it -> codes.send(it, to, language, network)));
  }

  /** Right, the office has it and every contact is told. */
  @Transactional
  public ConfirmingAdjustment confirm(CitizenSession session, String typed) {
    var account = accounts.hold(session.person());
    var to = account.flatMap(codes::contact);
    var open = account.flatMap(it -> store.lockOpen(it.person()));
    if (open.filter(it -> wasHandedIn(it, session)).isPresent()) {
      return new ConfirmingAdjustment.Submitted();
    }
    var begun = open.filter(it -> isAwaited(it, session));
    if (to.isEmpty() || begun.isEmpty()) {
      return new ConfirmingAdjustment.Gone();
    }
    var answer = codes.redeem(begun.get(), to.get(), typed);
    return answer instanceof Redeeming.Accepted
        ? submit(begun.get(), account.orElseThrow())
        : new ConfirmingAdjustment.NotYet(answer);
  }

  private AskingToAdjust begin(CitizenSession session, Locale language, String network) {
    var person = session.person();
    var account = accounts.hold(person);
    var found = store.lockOpen(person).filter(it -> it.status().isEditable());
    if (account.isEmpty() || found.isEmpty() || !adjustments.mayAsk(person)) {
      return new AskingToAdjust.Gone();
    }
    var problems = adjustments.problems(found.get());
    if (!problems.isEmpty()) {
      return new AskingToAdjust.Incomplete(problems);
    }
    var to = codes.contact(account.get());
    if (to.isEmpty()) {
      return new AskingToAdjust.Unreachable();
    }
    if (budgets.take(settings.begun(), person.value().toString())
        instanceof Taking.Spent(var until)) {
      return new AskingToAdjust.TooMany(until);
    }
    store.await(found.get(), session.id(), clock.instant().plus(settings.codeFor()));
    return new AskingToAdjust.Begun(codes.send(found.get(), to.get(), language, network));
  }

  private Optional<Adjustment> begun(CitizenSession session) {
    return store.open(session.person()).filter(it -> isAwaited(it, session));
  }

  private boolean isAwaited(Adjustment adjustment, CitizenSession session) {
    var until = adjustment.codeUntil();
    return adjustment.status().isEditable()
        && session.id().equals(adjustment.session())
        && until != null
        && until.isAfter(clock.instant());
  }

  private static boolean wasHandedIn(Adjustment adjustment, CitizenSession session) {
    return adjustment.is(AdjustmentStatus.SUBMITTED) && session.id().equals(adjustment.session());
  }

  private ConfirmingAdjustment submit(Adjustment adjustment, Account account) {
    var person = people.find(adjustment.person()).orElseThrow();
    var content = adjustment.content();
    if (content == null) {
      return new ConfirmingAdjustment.Gone();
    }
    var form = content.form();
    var checked = checking.check(form, adjustment.pictures(), person);
    var effectiveOn = checked.effectiveOn();
    if (!checked.problems().isEmpty() || effectiveOn == null) {
      return new ConfirmingAdjustment.Gone();
    }
    var declared =
        new Declared(
            person.number(),
            Facts.of(person),
            Facts.of(checked.revision().appliedTo(person)),
            checked.revision(),
            form.reason().orElseThrow(),
            form.typed(AdjustmentField.NOTE).strip(),
            address(account, Channel.SMS),
            address(account, Channel.EMAIL));
    var now = clock.instant();
    var today = VietnamTime.date(now);
    hand(
        adjustment,
        new AdjustmentStore.HandedIn(
            content.declaring(declared, adjustment.pictures()),
            forms.code(adjustment),
            today,
            effectiveOn,
            forms.office(person.address()).code(),
            now.plus(settings.receiptWithin()),
            workingDays.after(today, settings.decisionWorkingDays())),
        now);
    return new ConfirmingAdjustment.Submitted();
  }

  private void hand(Adjustment adjustment, AdjustmentStore.HandedIn what, Instant now) {
    store.submit(adjustment, what, now);
    var replaced = adjustment.everyPicture();
    replaced.removeAll(adjustment.pictures().all());
    replaced.forEach(files::erase);
    files.keep(files.safety(adjustment.pictures().all()).keySet());
    audit.record(
        AdjustmentStep.SUBMITTED.deed(),
        Actor.of(adjustment.person()),
        OpenAdjustments.subject(adjustment),
        Map.of("code", what.code().value()));
    events.publishEvent(
        new AdjustmentMoved(
            adjustment.id(),
            adjustment.person(),
            AdjustmentStep.SUBMITTED,
            now,
            what.code().value(),
            what.office(),
            what.decisionDue(),
            what.effectiveOn(),
            ""));
  }

  private static @org.jspecify.annotations.Nullable String address(
      Account account, Channel channel) {
    return account.contact(channel).map(Contact::address).orElse(null);
  }
}
