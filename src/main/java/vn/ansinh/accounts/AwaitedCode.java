package vn.ansinh.accounts;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Optional;
import java.util.Set;
import vn.ansinh.accounts.SecondFactors.Kind;

/**
 * What somebody sees who has shown the right password and still needs a code.
 *
 * @param to where the code goes
 * @param elsewhere the device that is signed in now and would be signed out; empty when none is
 * @param code about the newest code; empty before the first was sent
 * @param instead what of the person's own may be typed in its place
 * @param appsRest whether this device, unknown to the account, may not use an app's code just now
 */
public record AwaitedCode(
    Contact to,
    Optional<DeviceInUse> elsewhere,
    Optional<CodeState> code,
    Set<SecondFactors.Kind> instead,
    boolean appsRest) {

  public AwaitedCode {
    instead =
        instead.stream().filter(it -> !appsRest || it != Kind.APP).collect(toUnmodifiableSet());
  }
}
