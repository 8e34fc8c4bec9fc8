package vn.ansinh.adjusting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.audit.Actor;
import vn.ansinh.files.Files;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.people.PersonStatus;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;

/**
 * Requests to have changed what the register says (Form 01, điều chỉnh thông tin), as their persons
 * see them. A draft stays with the account, so no window that closes loses it; one request of a
 * person is open at a time, which the database decides. Handing in is for {@link
 * AdjustmentHandIns}.
 */
@Service
public class Adjustments {

  private final AdjustmentStore store;
  private final OpenAdjustments open;
  private final AdjustmentForms forms;
  private final Checking checking;
  private final People people;
  private final Accounts accounts;
  private final Files files;
  private final AdjustmentSettings settings;
  private final Clock clock;

  Adjustments(
      AdjustmentStore store,
      OpenAdjustments open,
      AdjustmentForms forms,
      Checking checking,
      People people,
      Accounts accounts,
      Files files,
      AdjustmentSettings settings,
      Clock clock) {
    this.store = store;
    this.open = open;
    this.forms = forms;
    this.checking = checking;
    this.people = people;
    this.accounts = accounts;
    this.files = files;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether somebody is grown up by the register and has an account of their own (ADR 24). */
  @Transactional(readOnly = true)
  public boolean mayAsk(PersonId person) {
    var today = VietnamTime.today(clock);
    return people
            .find(person)
            .filter(it -> it.status() == PersonStatus.ACTIVE)
            .filter(it -> GrownUps.isCertainlyGrownUp(it.birthDate(), today))
            .isPresent()
        && accounts.find(person).filter(it -> it.lentBy() == null).isPresent();
  }

  /** What the register says now. */
  @Transactional(readOnly = true)
  public Facts register(PersonId person) {
    return Facts.of(person(person));
  }

  /** The first and the last day from which a change may count. */
  public List<LocalDate> days() {
    return checking.days();
  }

  /** The newest, open or over. */
  @Transactional(readOnly = true)
  public Optional<Adjustment> newest(PersonId person) {
    return store.open(person).or(() -> store.newest(person));
  }

  /** The one that can be changed, if there is one. */
  @Transactional(readOnly = true)
  public Optional<Adjustment> editable(PersonId person) {
    return store.open(person).filter(it -> it.status().isEditable());
  }

  /**
   * Chooses what is to be changed, in the draft there is or a new one. Empty for somebody who may
   * not ask or has one with the office.
   */
  @Transactional
  public Optional<Adjustment> choose(PersonId person, Set<Item> items, Locale language) {
    if (!mayAsk(person)) {
      return Optional.empty();
    }
    var now = clock.instant();
    var empty = AdjustmentContent.of(AdjustmentForm.empty(language));
    store.insertDraft(person, Ids.next(), empty, now, now.plus(settings.draftsKeptFor()));
    return save(person, it -> it.choosing(items));
  }

  /** Keeps what was typed, right or wrong. Empty when there is nothing to change any more. */
  @Transactional
  public Optional<Adjustment> save(PersonId person, UnaryOperator<AdjustmentForm> change) {
    var before = store.lockOpen(person).filter(it -> it.status().isEditable());
    var content = before.map(Adjustment::content).orElse(null);
    if (before.isEmpty() || content == null) {
      return Optional.empty();
    }
    var now = clock.instant();
    var until = now.plus(settings.draftsKeptFor());
    store.save(before.get(), content.with(change.apply(content.form())), now, until);
    files.keepUntil(files.safety(before.get().everyPicture()).keySet(), until);
    return store.open(person);
  }

  /** Field to what is wrong; empty when it can be handed in. */
  @Transactional(readOnly = true)
  public Map<AdjustmentField, String> problems(Adjustment adjustment) {
    var form = adjustment.form();
    return form == null
        ? Map.of()
        : checking.check(form, adjustment.pictures(), person(adjustment.person())).problems();
  }

  /** What the register would say; only of use without {@link #problems}. */
  @Transactional(readOnly = true)
  public Facts wanted(Adjustment adjustment) {
    var person = person(adjustment.person());
    var form = adjustment.form();
    return form == null
        ? Facts.of(person)
        : Facts.of(
            checking.check(form, adjustment.pictures(), person).revision().appliedTo(person));
  }

  /** Everything typed and every picture is erased. False when it is decided or there is none. */
  @Transactional
  public boolean withdraw(PersonId person) {
    var found = store.lockOpen(person);
    found.ifPresent(it -> open.drop(it, AdjustmentStep.WITHDRAWN, Actor.of(person)));
    return found.isPresent();
  }

  /** Form 01 as PDF; empty when nothing is handed in, or it is erased. */
  public Optional<byte[]> form01(PersonId person) {
    return newest(person).flatMap(forms::print);
  }

  private Person person(PersonId id) {
    return people.find(id).orElseThrow();
  }
}
