package vn.ansinh.stopping;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Account;
import vn.ansinh.accounts.AccountClosings;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Device;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.accounts.Reauthentication;
import vn.ansinh.accounts.Redeeming;
import vn.ansinh.accounts.Sending;
import vn.ansinh.accounts.Taking;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;

/**
 * Stopping the use of an account with Form 01 (Decree 166/2016/NĐ-CP): the own password, a reason
 * and a day, a code to a registered contact; then seven days at least, in which its owner takes it
 * back with one press, or with the link in the notice to every contact (ADR 21). Any number of
 * calls for one person behave as if one came after the other.
 */
@Service
public class Stoppings {

  private static final int LONGEST_NOTE = 500;

  private final StoppingStore store;
  private final OpenStoppings open;
  private final StoppingForms forms;
  private final StopReasons reasons;
  private final AccountClosings closings;
  private final Reauthentication ownPassword;
  private final StopCodes codes;
  private final Budgets budgets;
  private final StoppingSettings settings;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  Stoppings(
      StoppingStore store,
      OpenStoppings open,
      StoppingForms forms,
      StopReasons reasons,
      AccountClosings closings,
      Reauthentication ownPassword,
      StopCodes codes,
      Budgets budgets,
      StoppingSettings settings,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.open = open;
    this.forms = forms;
    this.reasons = reasons;
    this.closings = closings;
    this.ownPassword = ownPassword;
    this.codes = codes;
    this.budgets = budgets;
    this.settings = settings;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** The last day that may be wished. */
  public LocalDate lastDay() {
    return VietnamTime.today(clock).plus(settings.latest());
  }

  /** Declared and not carried out. */
  @Transactional(readOnly = true)
  public Optional<Stopping> waiting(PersonId person) {
    return store.open(person).filter(Stopping::isWaiting);
  }

  /** Where the code went whose turn it is in this session, and how long it is good. */
  @Transactional
  public Optional<AwaitedStop> awaited(CitizenSession session) {
    return closings
        .hold(session.person())
        .flatMap(
            account ->
                begun(session)
                    .flatMap(
                        it ->
                            codes
                                .contact(account)
                                .map(to -> new AwaitedStop(to, codes.state(it, to)))));
  }

  /** Asks for the password before anything else. An unfinished one of before is given up. */
  public AskingToStop begin(
      CitizenSession session, StopWish wish, String password, Device device, Locale language) {
    if (wish.wantedOn().isBefore(VietnamTime.today(clock)) || wish.wantedOn().isAfter(lastDay())) {
      return new AskingToStop.NotThatDay();
    }
    if (!reasons.isOffered(wish.reason())) {
      return new AskingToStop.NotThatReason();
    }
    var asked =
        ownPassword.with(
            session, password, device, () -> begin(session, wish, language, device.network()));
    return asked instanceof Reauthenticated.Done(var answer)
        ? answer
        : new AskingToStop.NotShown(asked);
  }

  /** Empty when no code is awaited in this session. */
  @Transactional
  public Optional<Sending> sendAgain(CitizenSession session, Locale language, String network) {
    return closings
        .hold(session.person())
        .flatMap(
            account ->
                begun(session)
                    .flatMap(
                        it ->
                            codes
                                .contact(account)
                                .map(to -> codes.send(it, to, language, network))));
  }

  /** Right, the declaration is made and every contact is told. */
  @Transactional
  public ConfirmingStop confirm(CitizenSession session, String typed) {
    var account = closings.hold(session.person());
    var stopping = account.flatMap(_ -> begun(session));
    var to = account.flatMap(codes::contact);
    if (stopping.isEmpty() || to.isEmpty()) {
      return new ConfirmingStop.Gone();
    }
    var answer = codes.redeem(stopping.get(), to.get(), typed);
    return answer instanceof Redeeming.Accepted
        ? declare(stopping.get(), account.get())
        : new ConfirmingStop.NotYet(answer);
  }

  /** By the owner, from any session. False when nothing is declared, or it is too late. */
  @Transactional
  public boolean cancel(CitizenSession session) {
    var account = closings.hold(session.person());
    var stopping = account.flatMap(it -> store.open(it.person())).filter(Stopping::isWaiting);
    stopping.ifPresent(
        it -> {
          open.drop(it, Actor.of(session.person()));
          closings.takeBack(account.orElseThrow(), it.id());
        });
    return stopping.isPresent();
  }

  /** Form 01 as PDF; empty when nothing is declared. */
  public Optional<byte[]> form01(PersonId person) {
    return store.open(person).flatMap(forms::print);
  }

  private AskingToStop begin(
      CitizenSession session, StopWish wish, Locale language, String network) {
    var held = closings.hold(session.person());
    if (held.isEmpty()) {
      return new AskingToStop.Gone();
    }
    var account = held.get();
    if (account.lentBy() != null) {
      return new AskingToStop.Lent();
    }
    var to = codes.contact(account);
    if (to.isEmpty()) {
      return new AskingToStop.Unreachable();
    }
    var before = store.open(account.person());
    if (before.filter(Stopping::isWaiting).isPresent()) {
      return new AskingToStop.Waiting();
    }
    if (budgets.take(settings.begun(), account.person().value().toString())
        instanceof Taking.Spent(var until)) {
      return new AskingToStop.TooMany(until);
    }
    before.ifPresent(store::delete);
    var stopping = begun(session, wish);
    store.insert(
        stopping,
        forms.content(account, shortened(wish.note()), wish.formByEmail()),
        clock.instant());
    audit.record("STOPPING_BEGUN", Actor.of(account.person()), OpenStoppings.subject(stopping));
    return new AskingToStop.Begun(codes.send(stopping, to.get(), language, network));
  }

  private Stopping begun(CitizenSession session, StopWish wish) {
    return new Stopping(
        session.person(),
        Ids.next(),
        session.id(),
        StopStatus.AWAITING_CODE,
        wish.reason(),
        wish.wantedOn(),
        null,
        null,
        null,
        clock.instant().plus(settings.openFor()));
  }

  private ConfirmingStop declare(Stopping stopping, Account account) {
    var now = clock.instant();
    var code = forms.newCode(stopping);
    var day = VietnamTime.date(now);
    var declared = stopping.declared(code, day, endsAt(now, stopping.wantedOn()));
    store.declare(declared, code, day);
    audit.record(
        "STOPPING_DECLARED",
        Actor.of(account.person()),
        OpenStoppings.subject(declared),
        Map.of("reason", declared.reason(), "code", code.value()));
    closings.announce(account, declared.id(), declared.dueAt());
    var content = stopping.content();
    boolean formByEmail = content != null && Boolean.TRUE.equals(content.formByEmail());
    events.publishEvent(new StoppingDeclared(account.person(), formByEmail));
    return new ConfirmingStop.Declared(declared.dueAt());
  }

  /** The day that was wished, where that is later than the time to think it over. */
  private Instant endsAt(Instant now, LocalDate wantedOn) {
    var earliest = now.plus(settings.coolingOff());
    var wanted = wantedOn.atStartOfDay(VietnamTime.ZONE).toInstant();
    return wanted.isAfter(earliest) ? wanted : earliest;
  }

  private Optional<Stopping> begun(CitizenSession session) {
    return store
        .open(session.person())
        .filter(it -> it.status() == StopStatus.AWAITING_CODE)
        .filter(it -> it.session().equals(session.id()) && it.dueAt().isAfter(clock.instant()));
  }

  private static String shortened(String note) {
    var plain = note.strip();
    var end =
        plain.offsetByCodePoints(
            0, Math.min(LONGEST_NOTE, plain.codePointCount(0, plain.length())));
    return plain.substring(0, end);
  }
}
