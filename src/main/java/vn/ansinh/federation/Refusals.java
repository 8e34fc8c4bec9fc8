package vn.ansinh.federation;

import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Budget;
import vn.ansinh.accounts.Budgets;
import vn.ansinh.accounts.FactorChange;
import vn.ansinh.accounts.FactorNotices;
import vn.ansinh.accounts.Taking;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.PersonId;

/**
 * Identities that open nothing: on the trail with the reason, which no page says; and told to the
 * owner when somebody came with a second one.
 */
@Component
class Refusals {

  /** Messages to one person, so that nobody makes us send them without end. */
  private static final Budget TOLD = Budget.of("federation.told", 5, Duration.ofDays(1));

  /** On the trail. */
  enum Why {
    REGISTER,
    ACCOUNT,
    CLOSED,
    FROZEN,
    NO_LINK,
    /** The person has linked another account of the provider. */
    OTHER_LINK,
    /** The account at the provider is linked to somebody else. */
    OTHER_PERSON;

    boolean isSecond() {
      return this == OTHER_LINK || this == OTHER_PERSON;
    }
  }

  private final FactorNotices notices;
  private final Budgets budgets;
  private final Audit audit;

  Refusals(FactorNotices notices, Budgets budgets, Audit audit) {
    this.notices = notices;
    this.budgets = budgets;
    this.audit = audit;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void record(PersonId person, String provider, Why why) {
    audit.record(
        "IDENTITY_REFUSED",
        Actor.VISITOR,
        Subject.of("account", person.value(), person),
        Map.of("provider", provider, "why", why.name()));
    if (why.isSecond() && budgets.take(TOLD, person.value().toString()) instanceof Taking.Granted) {
      notices.tell(person, Ids.next(), FactorChange.IDENTITY_REFUSED);
    }
  }
}
