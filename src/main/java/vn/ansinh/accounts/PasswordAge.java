package vn.ansinh.accounts;

import java.time.Clock;
import org.springframework.stereotype.Service;
import vn.ansinh.platform.PersonId;

/** Whether a password has been in use so long that it should be, or must be, changed. */
@Service
public class PasswordAge {

  private final AccountStore accounts;
  private final PasswordSettings settings;
  private final Clock clock;

  PasswordAge(AccountStore accounts, PasswordSettings settings, Clock clock) {
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  /** Without looking anything up. */
  public boolean shouldChange(Account account) {
    var set = account.passwordSetAt();
    return set != null && !set.isAfter(settings.oldBefore(clock.instant()));
  }

  /** Costs nothing where the operator does not enforce it. */
  public boolean mustChange(PersonId person) {
    return settings.enforce() && accounts.find(person).filter(this::shouldChange).isPresent();
  }
}
