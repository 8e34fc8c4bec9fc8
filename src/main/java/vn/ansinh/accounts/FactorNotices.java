package vn.ansinh.accounts;

import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.platform.PersonId;

/**
 * Writes every change of the ways to sign in on the trail and tells the owner by every contact,
 * with the link that freezes the account: it may not have been they.
 */
@Service
public class FactorNotices {

  private final AccountStore accounts;
  private final Denials denials;
  private final ObjectProvider<SecretMessages> messages;
  private final Audit audit;
  private final Clock clock;

  FactorNotices(
      AccountStore accounts,
      Denials denials,
      ObjectProvider<SecretMessages> messages,
      Audit audit,
      Clock clock) {
    this.accounts = accounts;
    this.denials = denials;
    this.messages = messages;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * In the transaction of the change.
   *
   * @param factor what was changed
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(PersonId person, UUID factor, FactorChange what) {
    audit.record(what.name(), Actor.of(person), Subject.of("factor", factor, person));
    tell(person, factor, what);
  }

  /**
   * The same without the line, for what nobody knows the doer of: the caller writes it.
   *
   * @param deed what is told of
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(PersonId person, UUID deed, FactorChange what) {
    accounts
        .find(person)
        .ifPresent(
            it ->
                messages
                    .getObject()
                    .tellOfFactor(
                        person,
                        it.contacts(),
                        what,
                        clock.instant(),
                        denials.link(person, deed),
                        it.language()));
  }
}
