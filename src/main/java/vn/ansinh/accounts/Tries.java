package vn.ansinh.accounts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.platform.PersonId;

/**
 * One try at a password as both counters see it, {@link Attempts} by place and {@link Guesses} by
 * account. Two transactions, since every commit waits for the disk: one that counts the try before
 * the password is looked at, one that settles what came of it. Rows are locked in one order
 * everywhere: the account's, the attempt's, the guess's.
 */
@Component
class Tries {

  sealed interface Begun {
    record Counted(Attempt.Allowed attempt, Guess.Allowed guess) implements Begun {}

    record Refused(SigningIn answer) implements Begun {}
  }

  private final Attempts attempts;
  private final Guesses guesses;
  private final Entry entry;

  Tries(Attempts attempts, Guesses guesses, Entry entry) {
    this.attempts = attempts;
    this.guesses = guesses;
    this.entry = entry;
  }

  /**
   * @param person whose account the name would open, absent for a name nobody has
   * @param known whether the person has signed in on the device before
   */
  @Transactional
  public Begun begin(String userName, Optional<PersonId> person, Device device, boolean known) {
    var begun =
        known
            ? attempts.beginOnKnown(userName, device)
            : attempts.begin(userName, device.network());
    return switch (begun) {
      case Attempt.Refused(var until) -> new Begun.Refused(new SigningIn.TooMany(until));
      case Attempt.Allowed attempt ->
          switch (guesses.begin(userName, person, known ? device : null)) {
            case Guess.Allowed guess -> new Begun.Counted(attempt, guess);
            case Guess.Refused(var until) -> refused(attempt, new SigningIn.TooMany(until));
            case Guess.Closed _ -> refused(attempt, new SigningIn.Closed());
          };
    };
  }

  /** The password was right: earlier mistakes are forgiven, and whoever typed it is let in. */
  @Transactional
  public SigningIn right(Begun.Counted counted, Credentials proved, Device device) {
    var answer = proved.closed() ? new SigningIn.Stopped() : entry.enter(proved, device);
    attempts.right(counted.attempt());
    guesses.right(counted.guess(), proved.person());
    return answer;
  }

  /**
   * @param person whose account it is, absent for a user name that nobody has
   */
  @Transactional
  public void wrong(Begun.Counted counted, Device device, @Nullable PersonId person) {
    guesses.wrong(counted.guess(), person);
    attempts.wrong(counted.attempt(), device.network(), person);
  }

  /** The password could not be looked at. */
  @Transactional
  public void withdraw(Begun.Counted counted) {
    attempts.withdraw(counted.attempt());
    guesses.withdraw(counted.guess());
  }

  private Begun refused(Attempt.Allowed attempt, SigningIn answer) {
    attempts.withdraw(attempt);
    return new Begun.Refused(answer);
  }
}
