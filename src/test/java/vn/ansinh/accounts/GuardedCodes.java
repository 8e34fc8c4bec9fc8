package vn.ansinh.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes that let devices in which Lan's account does not know. */
abstract class GuardedCodes extends OpenedAccount {

  @Autowired Arrivals arrivals;
  @Autowired NewDevices newDevices;
  @Autowired Recoveries recoveries;
  @Autowired CodeStore codes;
  @Autowired CodeSettings settings;
  @Autowired JdbcClient sql;

  @AfterEach
  void nobody_has_guessed() {
    GuessedCodes.forget(sql);
  }

  String recovered(Device device) {
    var to = Contact.email(lan.email());
    var begun = (Recovering.Begun) recoveries.begin(lan.number(), to, device);
    arrivals.lookAtRequests();
    var code = letterBox.newestCode(lan.email());
    assertThat(recoveries.redeem(begun.cookieValue(), code)).isPresent();
    return code;
  }

  String entry(Device device) {
    return ((SigningIn.NeedsCode) signIn.signIn(lan.number(), OWN, device)).entry();
  }

  String sent(String entry, Device device) {
    var sending = newDevices.send(entry, Locale.of("vi"), device.network()).orElseThrow();
    return letterBox.code(((Sending.Sent) sending).id());
  }

  static String wrong(String code) {
    return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
  }

  int guessed() {
    return codes.guessed(clock.instant().minus(Duration.ofDays(1)), Integer.MAX_VALUE);
  }

  /** By strangers, at codes of other people. */
  void guessedAt(int chances) {
    GuessedCodes.add(sql, clock.instant(), chances);
  }
}
