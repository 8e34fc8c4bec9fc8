package vn.ansinh.factors;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Entrant;
import vn.ansinh.accounts.SecondFactors;
import vn.ansinh.accounts.StandIn;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.PersonId;

/** What a person has beside the password, as signing in and recovery see it. */
@Component
class OwnFactors implements SecondFactors {

  private final RecoveryCodes codes;
  private final RecoveryCodeStore codeStore;
  private final Authenticators authenticators;
  private final AuthenticatorStore authenticatorStore;
  private final PasskeyStore passkeyStore;
  private final FactorGuesses guesses;
  private final Audit audit;

  OwnFactors(
      RecoveryCodes codes,
      RecoveryCodeStore codeStore,
      Authenticators authenticators,
      AuthenticatorStore authenticatorStore,
      PasskeyStore passkeyStore,
      FactorGuesses guesses,
      Audit audit) {
    this.codes = codes;
    this.codeStore = codeStore;
    this.authenticators = authenticators;
    this.authenticatorStore = authenticatorStore;
    this.passkeyStore = passkeyStore;
    this.guesses = guesses;
    this.audit = audit;
  }

  @Override
  public Set<Kind> typedBy(PersonId person) {
    var kinds = EnumSet.noneOf(Kind.class);
    if (authenticatorStore.exists(person)) {
      kinds.add(Kind.APP);
    }
    if (codeStore.left(person).filter(it -> it.left() > 0).isPresent()) {
      kinds.add(Kind.RECOVERY_CODE);
    }
    return kinds;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public StandIn redeem(PersonId person, Kind kind, String typed, Entrant entrant) {
    if (entrant.guarded() && kind == Kind.APP && guesses.strangersRest()) {
      return new StandIn.Resting();
    }
    var closed = guesses.closedUntil(person, kind, entrant);
    if (closed.isPresent()) {
      return new StandIn.TooMany(closed.get());
    }
    return switch (kind) {
      case RECOVERY_CODE ->
          codes.use(person, typed)
              ? new StandIn.Accepted()
              : guesses.wrong(person, kind, entrant, 0);
      case APP ->
          switch (authenticators.check(person, typed)) {
            case RIGHT -> {
              guesses.right(entrant);
              yield new StandIn.Accepted();
            }
            case USED -> new StandIn.Used();
            case WRONG -> guesses.wrong(person, kind, entrant, authenticators.count(person));
          };
    };
  }

  @Override
  public boolean appsRest() {
    return guesses.strangersRest();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean redeemPrinted(PersonId person, String typed, Runnable hold) {
    if (!codes.has(person, typed)) {
      guesses.wrongPrinted();
      return false;
    }
    hold.run();
    return codes.use(person, typed);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void voidAll(PersonId person, Actor by) {
    boolean codesGone = codeStore.deleteAll(person);
    boolean appsGone = authenticatorStore.deleteAll(person);
    boolean keysGone = passkeyStore.deleteAll(person);
    if (codesGone || appsGone || keysGone) {
      audit.record("FACTORS_VOIDED", by, Subject.of("account", person.value(), person));
    }
  }
}
