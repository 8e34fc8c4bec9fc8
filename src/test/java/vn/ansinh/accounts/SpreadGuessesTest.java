package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Security goal S3: under 10^5 guesses an hour, spread over accounts and networks, less than a
 * hundredth of an account a day is opened, and known devices notice nothing. Played a hundred times
 * smaller: a thousand guesses an hour, a hundredth of the chances. ADR 28 has the sum.
 */
@TestPropertySource(properties = "ansinh.codes.chances=50")
@Import(Burglary.class)
class SpreadGuessesTest extends GuardedCodes {

  static final int SMALLER = 100;
  static final int AN_HOUR = 100_000 / SMALLER;
  static final int VICTIMS = AN_HOUR / Burglary.AT_ONE;
  static final double MOST_A_DAY = 0.01;

  /** What guesses at the codes of apps may have of it: FactorGuesses. */
  static final double AT_APPS = 0.003;

  @Autowired Burglary burglary;

  @Test
  void s3_a_day_of_guesses_at_codes_opens_less_than_a_hundredth_of_an_account() {
    var first = anHour();
    int chances = guessed();
    var later = anHour();
    assertThat(List.of(first.guesses(), later.guesses())).containsOnly(AN_HOUR);
    assertThat(chances)
        .as("the hour uses the day's chances up, the last guess having three at once")
        .isBetween(settings.chances(), settings.chances() + 2);
    assertThat(guessed()).as("and the next gets none").isEqualTo(chances);
    assertThat(SMALLER * (first.rightOnes() + 23 * later.rightOnes()))
        .isPositive()
        .isLessThan(MOST_A_DAY - AT_APPS);
  }

  /** Half with stolen passwords, up to three good codes at a time, half with stolen contacts. */
  private Burglary.Haul anHour() {
    var doors = burglary.atTheDoor(victims(VICTIMS / 2), OWN);
    return doors.and(burglary.atRecovery(victims(VICTIMS / 2)));
  }

  @Test
  void s3_guesses_at_the_last_chance_at_once_get_no_more_than_are_compared_at_once()
      throws Exception {
    guessedAt(settings.chances() * 4 / 5 - 1);
    var doors =
        victims(16).stream()
            .map(
                it -> {
                  var device = Somebody.anyDevice();
                  var answer = (SigningIn.NeedsCode) signIn.signIn(it.number(), OWN, device);
                  assertThat(sent(answer.entry(), device)).hasSize(6);
                  return answer.entry();
                })
            .toList();
    guessedAt(settings.chances() / 5);
    Together.run(16, i -> newDevices.redeem(doors.get(i), "000000", Somebody.anyDevice()));
    assertThat(guessed()).isBetween(settings.chances(), settings.chances() + 16);
    Together.run(16, i -> newDevices.redeem(doors.get(i), "000000", Somebody.anyDevice()));
    assertThat(guessed()).isLessThan(settings.chances() + 16);
  }

  @Test
  void the_chances_played_with_are_a_hundredth_of_those_there_are() {
    var usual = new Binder(List.of()).bindOrCreate("ansinh.codes", CodeSettings.class);
    assertThat(usual.chances()).isEqualTo(SMALLER * settings.chances());
  }

  @Test
  void s3_an_hour_of_guesses_at_passwords_lets_no_device_in() {
    var victims = victims(VICTIMS);
    var answers =
        IntStream.range(0, AN_HOUR)
            .mapToObj(
                i ->
                    signIn.signIn(
                        victims.get(i % VICTIMS).number(),
                        i / VICTIMS == i % VICTIMS ? OWN : "password" + i / VICTIMS,
                        Somebody.anyDevice()))
            .toList();
    assertThat(answers).filteredOn(SigningIn.NeedsCode.class::isInstance).hasSizeGreaterThan(20);
    assertThat(answers)
        .allSatisfy(
            it ->
                assertThat(it)
                    .isInstanceOfAny(
                        SigningIn.NeedsCode.class, SigningIn.Wrong.class, SigningIn.TooMany.class));
  }

  @Test
  void while_codes_are_guessed_at_known_devices_notice_nothing_and_others_get_ten_digits() {
    var session = activate();
    var own = new Device("net-own", "Chrome, Android", session.deviceSecret());
    guessedAt(settings.chances());
    assertThat(signIn.signIn(lan.number(), OWN, own)).isInstanceOf(SigningIn.SignedIn.class);
    arrive(Somebody.anyDevice(), 10);
    clock.advance(Duration.ofMinutes(2));
    arrive(own, 6);
    assertThat(recovered(own)).hasSize(6);
    assertThat(recovered(Somebody.anyDevice())).hasSize(10);
  }

  @Test
  void a_short_code_on_its_way_can_still_be_typed_until_the_last_chance_is_gone() {
    activate();
    var device = Somebody.anyDevice();
    var entry = entry(device);
    var code = sent(entry, device);
    assertThat(code).hasSize(6);
    guessedAt(settings.chances() - 1);
    var second = Somebody.anyDevice();
    clock.advance(Duration.ofMinutes(1));
    assertThat(sent(entry(second), second)).as("by then others are sent").hasSize(10);
    assertThat(newDevices.redeem(entry, wrong(code), device))
        .as("compared")
        .isEqualTo(new Arriving.NotYet(new Redeeming.Wrong(4)));
    assertThat(newDevices.redeem(entry, code, device))
        .isEqualTo(new Arriving.NotYet(new Redeeming.Expired()));
    assertThat(guessed()).isEqualTo(settings.chances());
  }

  @Test
  void who_types_the_right_code_after_wrong_ones_gives_the_chances_back() {
    activate();
    var device = Somebody.anyDevice();
    var entry = entry(device);
    var code = sent(entry, device);
    for (int i = 0; i < 3; i++) {
      newDevices.redeem(entry, wrong(code), device);
    }
    assertThat(guessed()).isEqualTo(3);
    assertThat(newDevices.redeem(entry, code, device)).isInstanceOf(Arriving.Arrived.class);
    assertThat(guessed()).isZero();
  }

  @Test
  void a_day_later_codes_are_short_again() {
    activate();
    guessedAt(settings.chances());
    clock.advance(Duration.ofDays(1));
    arrive(Somebody.anyDevice(), 6);
  }

  @Test
  void a_right_code_gives_back_what_was_mistyped_beside_another_that_was_good() {
    activate();
    var device = Somebody.anyDevice();
    var entry = entry(device);
    var first = sent(entry, device);
    clock.advance(Duration.ofMinutes(1));
    var second = sent(entry, device);
    var neither = IntStream.range(0, 3).mapToObj(it -> "00000" + it);
    newDevices.redeem(
        entry,
        neither.filter(it -> !it.equals(first) && !it.equals(second)).findFirst().get(),
        device);
    assertThat(guessed()).isEqualTo(2);
    newDevices.redeem(entry, second, device);
    assertThat(guessed()).isZero();
  }

  private void arrive(Device device, int digits) {
    var entry = entry(device);
    var code = sent(entry, device);
    assertThat(code).hasSize(digits);
    assertThat(newDevices.awaited(entry, device).orElseThrow().code().orElseThrow().digits())
        .isEqualTo(digits);
    assertThat(newDevices.redeem(entry, code, device)).isInstanceOf(Arriving.Arrived.class);
  }

  private List<Somebody> victims(int count) {
    return Stream.generate(
            () -> {
              var victim = Somebody.withAccount(people, accounts);
              arrivals.withOwnPassword(victim, OWN);
              return victim;
            })
        .limit(count)
        .toList();
  }
}
