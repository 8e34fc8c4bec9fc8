package vn.ansinh.accounts;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.Secrets;

/**
 * Codes of six digits by e-mail or SMS: good for five minutes from hand-off, for five tries, once.
 * The three newest of a subject are good side by side, because messages overtake each other. Those
 * that open an account to a device it does not know are guarded: {@link SpreadGuesses} makes them
 * longer. Stored as keyed hashes. Any number of simultaneous calls for a subject behave as if one
 * came after the other.
 */
@Service
public class OneTimeCodes {

  /** What a code has. */
  public static final int DIGITS = 6;

  /** What one has while codes are guessed at in many accounts. */
  public static final int MOST_DIGITS = 10;

  private static final int GOOD_TOGETHER = 3;
  private static final Contact NOBODY = Contact.email("-");
  private static final Duration KEPT = Duration.ofDays(1);

  private final CodeStore store;
  private final SpreadGuesses spread;
  private final Budgets budgets;
  private final Secrets secrets;
  private final CodeSettings settings;
  private final ObjectProvider<SecretMessages> messages;
  private final Audit audit;
  private final MeterRegistry metrics;
  private final Clock clock;

  /**
   * @param messages looked up late: the module that delivers tells this one of hand-offs, so each
   *     needs the other
   */
  OneTimeCodes(
      CodeStore store,
      SpreadGuesses spread,
      Budgets budgets,
      Secrets secrets,
      CodeSettings settings,
      ObjectProvider<SecretMessages> messages,
      Audit audit,
      MeterRegistry metrics,
      Clock clock) {
    this.store = store;
    this.spread = spread;
    this.budgets = budgets;
    this.secrets = secrets;
    this.settings = settings;
    this.messages = messages;
    this.audit = audit;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Whether this installation can send codes by the channel at all. */
  public boolean canSend(Channel channel) {
    return messages.getObject().canSend(channel);
  }

  /**
   * A code to another address than before makes the earlier ones worthless: they prove nothing
   * about this one.
   *
   * @param subject what is confirmed, such as a draft's id
   * @param network the caller's network address, for the budget only
   */
  @Transactional
  public Sending send(
      CodePurpose purpose, UUID subject, Contact to, Locale language, String network) {
    return send(Matter.of(purpose, subject), to, language, network);
  }

  /**
   * As the other.
   *
   * @param network absent where it was counted before
   */
  @Transactional
  Sending send(Matter matter, Contact to, Locale language, @Nullable String network) {
    var now = clock.instant();
    var purpose = matter.purpose();
    var subject = matter.subject();
    var turn =
        store.takeTurn(purpose, subject, now, KEPT, settings.pause(), settings.longestPause());
    if (turn.isEmpty()) {
      return new Sending.TooSoon(store.resendFrom(purpose, subject).orElse(now));
    }
    var spent =
        budgets
            .spentUntil(settings.wrongFor(purpose), matter.counted())
            .or(() -> spentUntil(matter, to, network));
    if (spent.isPresent()) {
      return new Sending.BudgetSpent(spent.get());
    }
    var id = new CodeId(Ids.next());
    var digits = Secrets.digits(matter.guarded() ? spread.digits() : DIGITS);
    var code = Code.fresh(id, hash(id, digits), hash(to), now, digits.length(), matter.guarded());
    store.insert(purpose, subject, code);
    store.voidOlder(purpose, subject, code.contactHash(), GOOD_TOGETHER, now);
    messages.getObject().sendCode(id.value(), matter.holder(), to, digits, language);
    audit.record("CODE_SENT", Actor.VISITOR, Subject.of("code", id.value()));
    metrics
        .counter(
            "ansinh.codes.sent",
            "channel",
            to.channel().name(),
            "digits",
            Integer.toString(digits.length()))
        .increment();
    return new Sending.Sent(id, turn.get());
  }

  /**
   * A guarded code that goes nowhere, so that typing one costs and answers the same whether
   * somebody was sent one or not.
   */
  @Transactional
  void sendNowhere(Matter matter) {
    var now = clock.instant();
    var id = new CodeId(Ids.next());
    var hash = hash(id, Secrets.token(16));
    var code = Code.fresh(id, hash, hash(NOBODY), now, spread.digits(), matter.guarded());
    store.insert(matter.purpose(), matter.subject(), code);
    store.handOff(List.of(id.value()), now, now.minus(settings.handOffWithin()));
  }

  /**
   * A wrong try counts against every code that is good at the moment. Call it in a transaction that
   * commits whatever the answer is.
   */
  @Transactional
  public Redeeming redeem(CodePurpose purpose, UUID subject, String typed) {
    return redeem(Matter.of(purpose, subject), typed, _ -> true);
  }

  /** As the other, but only codes sent to this contact count: the answer is about no other. */
  @Transactional
  public Redeeming redeem(CodePurpose purpose, UUID subject, Contact to, String typed) {
    return redeem(Matter.of(purpose, subject), to, typed);
  }

  /** As the other, with the tries counted as the matter has it. */
  @Transactional
  Redeeming redeem(Matter matter, Contact to, String typed) {
    return redeem(matter, typed, sentTo(to));
  }

  private Redeeming redeem(Matter matter, String typed, Predicate<Code> regarded) {
    var now = clock.instant();
    var purpose = matter.purpose();
    var subject = matter.subject();
    var codes =
        store.lockRecent(purpose, subject, now.minus(KEPT)).stream().filter(regarded).toList();
    if (codes.isEmpty() || codes.getFirst().redeemed()) {
      return new Redeeming.None();
    }
    if (budgets.spentUntil(settings.wrongFor(purpose), matter.counted()).isPresent()) {
      return new Redeeming.Spent();
    }
    var live = codes.stream().filter(it -> it.isLive(now, settings)).toList();
    if (live.isEmpty()) {
      return codes.getFirst().inTime(now, settings)
          ? new Redeeming.Spent()
          : new Redeeming.Expired();
    }
    // Asked of every code that opens an account, so that none takes less time than another.
    int fewest = purpose.opensAccount() ? spread.fewestDigits() : DIGITS;
    var compared = live.stream().filter(it -> !it.guarded() || it.digits() >= fewest).toList();
    if (compared.isEmpty()) {
      return new Redeeming.Expired();
    }
    var digits = TypedCode.digits(typed);
    var right = compared.stream().filter(it -> matches(it, digits)).findFirst();
    if (right.isEmpty()) {
      budgets.take(settings.wrongFor(purpose), matter.counted());
      return wrong(compared, digits);
    }
    if (!store.redeem(right.get().id(), now)) {
      return new Redeeming.None();
    }
    store.voidAll(purpose, subject, now);
    audit.record("CODE_ACCEPTED", Actor.VISITOR, Subject.of("code", right.get().id().value()));
    return new Redeeming.Accepted();
  }

  /** About the newest code; empty when none was sent within a day or it is used up. */
  @Transactional(readOnly = true)
  public Optional<CodeState> state(CodePurpose purpose, UUID subject) {
    return state(purpose, subject, _ -> true);
  }

  /** As the other; empty also when the newest code went to another contact. */
  @Transactional(readOnly = true)
  public Optional<CodeState> state(CodePurpose purpose, UUID subject, Contact to) {
    return state(purpose, subject, sentTo(to));
  }

  private Optional<CodeState> state(CodePurpose purpose, UUID subject, Predicate<Code> regarded) {
    return store
        .newest(purpose, subject, clock.instant().minus(KEPT))
        .filter(regarded)
        .filter(it -> !it.redeemed())
        .map(
            it ->
                new CodeState(
                    it.handedOffAt(),
                    it.expiresAt(settings),
                    store.resendFrom(purpose, subject).orElse(it.createdAt()),
                    it.triesLeft(),
                    it.digits()));
  }

  /**
   * The message with the code was taken by the mail server or the operator: its five minutes begin.
   * The first report counts, later ones and those after fifteen minutes change nothing.
   */
  @Transactional
  public void handedOff(UUID codeId, Instant at) {
    handedOff(List.of(codeId), at);
  }

  /** The same for messages that left together. */
  @Transactional
  public void handedOff(Collection<UUID> codeIds, Instant at) {
    store.handOff(codeIds, at, at.minus(settings.handOffWithin()));
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
  void sweep() {
    store.deleteOlderThan(clock.instant().minus(KEPT));
  }

  private Optional<Instant> spentUntil(Matter matter, Contact to, @Nullable String network) {
    return spent(settings.toAddress(), matter.addressee(to))
        .or(
            () ->
                matter.guarded()
                    ? spent(settings.toAddressForStrangers(), matter.addressee(to))
                    : Optional.empty())
        .or(() -> network == null ? Optional.empty() : spent(settings.fromNetwork(), network))
        .or(() -> spent(settings.altogether(), "all"));
  }

  private Optional<Instant> spent(Budget budget, String key) {
    return switch (budgets.take(budget, key)) {
      case Taking.Granted _ -> Optional.empty();
      case Taking.Spent(var until) -> Optional.of(until);
    };
  }

  /** What cannot be a code at all costs no try. */
  private Redeeming wrong(List<Code> live, String digits) {
    var left = live.getFirst().triesLeft();
    if (live.stream().noneMatch(it -> it.digits() == digits.length())) {
      return new Redeeming.Wrong(left);
    }
    store.countTry(live.stream().map(it -> it.id().value()).toList());
    metrics.counter("ansinh.codes.wrong").increment();
    audit.record(
        "CODE_REFUSED",
        Actor.VISITOR,
        Subject.of("code", live.getFirst().id().value()),
        Map.of("triesLeft", Integer.toString(left - 1)));
    budgets.take(settings.wrongAltogether(), "all");
    return left > 1 ? new Redeeming.Wrong(left - 1) : new Redeeming.Spent();
  }

  private boolean matches(Code code, String digits) {
    return secrets.matches("one-time-code", code.id().value() + ":" + digits, code.hash());
  }

  private Predicate<Code> sentTo(Contact to) {
    var contact = hash(to);
    return it -> Arrays.equals(it.contactHash(), contact);
  }

  private byte[] hash(Contact to) {
    return secrets.hash("code-contact", to.channel() + ":" + to.address());
  }

  private byte[] hash(CodeId id, String code) {
    return secrets.hash("one-time-code", id.value() + ":" + code);
  }
}
