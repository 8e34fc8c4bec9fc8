package vn.ansinh.people;

import java.util.HashMap;
import java.util.Map;

/** The hashes of one chunk's numbers, each made once: to look it up by, and to claim it by. */
final class NumberHashes {

  private final SealedPeople seal;
  private final Map<String, byte[]> numbers = new HashMap<>();
  private final Map<String, byte[]> personalIds = new HashMap<>();

  NumberHashes(SealedPeople seal) {
    this.seal = seal;
  }

  byte[] ofNumber(String socialInsuranceNumber) {
    return numbers.computeIfAbsent(socialInsuranceNumber, seal::hashOfNumber);
  }

  byte[] ofPersonalId(String personalId) {
    return personalIds.computeIfAbsent(personalId, seal::hashOfPersonalId);
  }
}
