package vn.ansinh.accounts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.audit.Actor;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.people.NewPerson;
import vn.ansinh.people.People;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.people.Registered;
import vn.ansinh.platform.PasswordHashing;
import vn.ansinh.platform.PersonId;

/**
 * People with accounts by the thousand, as {@link Accounts#open} makes them, for whom one first
 * password is hashed once at full cost; to be imported.
 */
public class Crowd {

  private static final int AT_ONCE = 200;

  private final People people;
  private final AccountStore accounts;
  private final Contacts contacts;
  private final PasswordHashing hashing;
  private final SignInSettings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Crowd(
      People people,
      AccountStore accounts,
      Contacts contacts,
      PasswordHashing hashing,
      SignInSettings settings,
      TransactionTemplate transaction,
      Clock clock) {
    this.people = people;
    this.accounts = accounts;
    this.contacts = contacts;
    this.hashing = hashing;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  public List<Somebody> of(int count) {
    var hash = hashing.hash(FirstPassword.plain(FirstPassword.next()));
    var all = new ArrayList<Somebody>();
    while (all.size() < count) {
      int more = Math.min(AT_ONCE, count - all.size());
      transaction.executeWithoutResult(
          _ -> IntStream.range(0, more).forEach(_ -> all.add(somebody(hash))));
    }
    return all;
  }

  /**
   * Like everybody of the crowd, and nobody of it: born on any day of fifty years, so that name and
   * date are those of few, as in a register.
   */
  public static Somebody nobody() {
    return new Somebody(
        PersonId.next(), anybody(), Somebody.anyPhone(), Somebody.anyEmail(), Somebody.anyDevice());
  }

  private static NewPerson anybody() {
    var random = ThreadLocalRandom.current();
    int year = random.nextInt(1950, 2000);
    var mau =
        RegisterFixtures.mau(
            RegisterFixtures.socialInsuranceNumber(),
            "0791%02d%06d".formatted(year % 100, random.nextInt(1_000_000)));
    return new NewPerson(
        mau.socialInsuranceNumber(),
        mau.personalId(),
        mau.fullName(),
        new BirthDate(year, random.nextInt(1, 13), random.nextInt(1, 29)),
        mau.sex(),
        mau.papers(),
        mau.address(),
        mau.phone(),
        mau.email(),
        mau.householdCode(),
        mau.householdRelation(),
        mau.ethnicGroup(),
        mau.nationality());
  }

  private Somebody registered() {
    while (true) {
      var one = nobody();
      if (people.add(one.person(), Actor.SYSTEM) instanceof Registered.Added(var id)) {
        return new Somebody(id, one.person(), one.phone(), one.email(), one.device());
      }
    }
  }

  private Somebody somebody(String hash) {
    var somebody = registered();
    var now = clock.instant();
    var account =
        new Account(
            somebody.id(),
            somebody.number(),
            AccountStatus.AWAITING_FIRST_SIGN_IN,
            somebody.phone(),
            somebody.email(),
            Locale.of("vi"),
            now,
            now.plus(settings.firstPasswordFor()),
            null,
            null);
    if (!(contacts.claim(somebody.id(), somebody.phone(), somebody.email())
            instanceof Claiming.Claimed)
        || !accounts.insert(account, hash)) {
      throw new IllegalStateException("somebody like that is there already");
    }
    return somebody;
  }
}
