package vn.ansinh.population;

import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.PopulationRegistry;
import vn.ansinh.identity.Verification;

/** Stands in for the population registry inside the program, in demonstrations and tests. */
record SimulatedPopulationRegistry(SimulatedCitizens citizens) implements PopulationRegistry {

  @Override
  public Verification verify(String personalId, String fullName, BirthDate born) {
    return citizens.judge(personalId, fullName, born);
  }
}
