package vn.ansinh.accounts;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.PersonId;

/**
 * The codes that stand between the right password and home. Those for devices the account does not
 * know are guarded, and each kind of device has codes and tries of its own: no stranger who knows
 * the password uses up the owner's.
 */
@Component
class EntryCodes {

  private final OneTimeCodes codes;
  private final KnownDeviceStore devices;

  EntryCodes(OneTimeCodes codes, KnownDeviceStore devices) {
    this.codes = codes;
    this.devices = devices;
  }

  Sending send(PersonId person, Contact to, Locale language, Device device) {
    return codes.send(
        CodePurpose.SIGN_IN,
        person.value(),
        to,
        language,
        device.network(),
        isGuarded(person, device));
  }

  Redeeming redeem(PersonId person, Contact to, String typed, Device device) {
    return codes.redeem(CodePurpose.SIGN_IN, person.value(), to, typed, isGuarded(person, device));
  }

  Optional<CodeState> state(PersonId person, Contact to) {
    return codes.state(CodePurpose.SIGN_IN, person.value(), to);
  }

  boolean isGuarded(PersonId person, Device device) {
    return !devices.knows(person, device);
  }
}
