package vn.ansinh.accounts;

import java.util.Optional;

/**
 * What somebody sees who has shown the right password and still needs a code.
 *
 * @param to where the code goes
 * @param elsewhere the device that is signed in now and would be signed out; empty when none is
 * @param code about the newest code; empty before the first was sent
 */
public record AwaitedCode(Contact to, Optional<DeviceInUse> elsewhere, Optional<CodeState> code) {}
