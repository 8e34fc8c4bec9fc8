package vn.ansinh.accounts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.support.TestClock;

/**
 * Plays whoever guesses at the codes of many accounts, from a new network each time, and counts the
 * chances: before each guess the codes in the letter box are typed in a transaction that is taken
 * back, so that what counts is whether this system would have let one in at that moment. To be
 * imported.
 */
class Burglary {

  /** Guesses at one account that no limit of a single account refuses. */
  static final int AT_ONE = 25;

  private static final Locale VIETNAMESE = Locale.of("vi");
  private static final int WATCHED = 4;

  private final SignIn signIn;
  private final NewDevices newDevices;
  private final Recoveries recoveries;
  private final Arrivals arrivals;
  private final SentSecrets letterBox;
  private final TransactionTemplate transaction;
  private final TestClock clock;

  Burglary(
      SignIn signIn,
      NewDevices newDevices,
      Recoveries recoveries,
      Arrivals arrivals,
      SentSecrets letterBox,
      TransactionTemplate transaction,
      TestClock clock) {
    this.signIn = signIn;
    this.newDevices = newDevices;
    this.recoveries = recoveries;
    this.arrivals = arrivals;
    this.letterBox = letterBox;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * What came of an hour.
   *
   * @param guesses how many
   * @param rightOnes how many of them let somebody in, on average
   */
  record Haul(int guesses, double rightOnes) {

    Haul and(Haul other) {
      return new Haul(guesses + other.guesses, rightOnes + other.rightOnes);
    }
  }

  /** Asks for codes to contacts from a stolen list: five a day each, five guesses at each. */
  Haul atRecovery(List<Somebody> victims) {
    var tried = victims.stream().map(AtRecovery::new).toList();
    for (int i = 0; i < AT_ONE / Code.MAX_TRIES; i++) {
      tried.forEach(AtRecovery::ask);
      arrivals.lookAtRequests();
      guess(tried);
      clock.advance(Duration.ofMinutes(12));
    }
    return haul(tried);
  }

  /** Signs in with stolen passwords; as many codes at a time as may be good side by side. */
  Haul atTheDoor(List<Somebody> victims, String password) {
    var tried = victims.stream().map(it -> new AtTheDoor(it, password)).toList();
    for (var pauses : List.of(List.of(0, 1, 2), List.of(4), List.of(8), List.of(16), List.of(29))) {
      clock.advance(Duration.ofMinutes(pauses.getFirst()));
      tried.forEach(AtTheDoor::knock);
      tried.forEach(AtTheDoor::ask);
      for (var minutes : pauses.subList(1, pauses.size())) {
        clock.advance(Duration.ofMinutes(minutes));
        tried.forEach(AtTheDoor::ask);
      }
      guess(tried);
    }
    return haul(tried);
  }

  private static void guess(List<? extends Door> doors) {
    for (int i = 0; i < Code.MAX_TRIES; i++) {
      doors.forEach(Door::guess);
    }
  }

  private static Haul haul(List<? extends Door> doors) {
    return new Haul(
        doors.stream().mapToInt(it -> it.guesses).sum(),
        doors.stream().mapToDouble(it -> it.rightOnes).sum());
  }

  private abstract class Door {
    private final List<String> sent = new ArrayList<>();
    private String looked = "";
    private double chance;
    int guesses;
    double rightOnes;

    abstract boolean opens(String code);

    final void got(String code) {
      if (!sent.contains(code)) {
        sent.addFirst(code);
      }
    }

    void guess() {
      var newest = newest();
      if (newest.length() < OneTimeCodes.MOST_DIGITS || !newest.equals(looked)) {
        // Of a long code's five guesses none has more chances than the first.
        chance = chance();
        looked = newest;
      }
      rightOnes += chance;
      guesses++;
      var _ = opens(wrong(newest.length()));
    }

    private String newest() {
      return sent.getFirst();
    }

    private double chance() {
      return sent.stream()
          .limit(WATCHED)
          .filter(this::wouldOpen)
          .mapToDouble(it -> Math.pow(10, -it.length()))
          .sum();
    }

    private boolean wouldOpen(String code) {
      return Boolean.TRUE.equals(
          transaction.execute(
              status -> {
                status.setRollbackOnly();
                return opens(code);
              }));
    }

    private String wrong(int digits) {
      var guess = "9".repeat(digits);
      return sent.contains(guess) ? "8".repeat(digits) : guess;
    }
  }

  private final class AtRecovery extends Door {
    private final Somebody victim;
    private String cookie = "";

    AtRecovery(Somebody victim) {
      this.victim = victim;
    }

    void ask() {
      var to = Contact.email(victim.email());
      var begun = recoveries.begin(victim.number(), to, Somebody.anyDevice());
      cookie = ((Recovering.Begun) begun).cookieValue();
    }

    @Override
    void guess() {
      got(letterBox.newestCode(victim.email()));
      super.guess();
    }

    @Override
    boolean opens(String code) {
      return recoveries.redeem(cookie, code).isPresent();
    }
  }

  private final class AtTheDoor extends Door {
    private final Somebody victim;
    private final String password;
    private Device device = Somebody.anyDevice();
    private String entry = "";

    AtTheDoor(Somebody victim, String password) {
      this.victim = victim;
      this.password = password;
    }

    void knock() {
      device = Somebody.anyDevice();
      entry = ((SigningIn.NeedsCode) signIn.signIn(victim.number(), password, device)).entry();
    }

    void ask() {
      var sending = newDevices.send(entry, VIETNAMESE, device.network()).orElseThrow();
      got(letterBox.code(((Sending.Sent) sending).id()));
    }

    @Override
    boolean opens(String code) {
      return newDevices.redeem(entry, code, device) instanceof Arriving.Arrived;
    }
  }
}
