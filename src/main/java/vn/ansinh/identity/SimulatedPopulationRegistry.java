package vn.ansinh.identity;

import java.util.EnumSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.identity.Verification.Field;
import vn.ansinh.identity.Verification.Match;
import vn.ansinh.identity.Verification.Mismatch;
import vn.ansinh.identity.Verification.NotFound;

/**
 * Stands in for the population registry in demonstrations and tests: knows a handful of invented
 * people and nobody else.
 */
final class SimulatedPopulationRegistry implements PopulationRegistry {

  private static final Map<String, Citizen> CITIZENS =
      Stream.of(
              citizen("001085000024", "Trần Văn Thử", "20/11/1985"),
              citizen("092301000038", "Lê Hoàng Ví Dụ", "05/09/2001"),
              citizen("048170000045", "Phạm Thuý Minh Họa", "1970"))
          .collect(Collectors.toUnmodifiableMap(Citizen::personalId, Function.identity()));

  /** An invented citizen. */
  private record Citizen(String personalId, String fullName, BirthDate born) {}

  @Override
  public Verification verify(String personalId, String fullName, BirthDate born) {
    var citizen = CITIZENS.get(personalId);
    if (citizen == null) {
      return new NotFound();
    }
    var differing = EnumSet.noneOf(Field.class);
    if (!PersonNames.same(citizen.fullName(), fullName)) {
      differing.add(Field.FULL_NAME);
    }
    if (!citizen.born().matches(born)) {
      differing.add(Field.BIRTH_DATE);
    }
    return differing.isEmpty() ? new Match() : new Mismatch(differing);
  }

  private static Citizen citizen(String personalId, String fullName, String born) {
    return new Citizen(personalId, fullName, BirthDate.parse(born).orElseThrow());
  }
}
