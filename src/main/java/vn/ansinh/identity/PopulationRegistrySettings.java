package vn.ansinh.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which population registry is asked.
 *
 * @param populationRegistry {@code ansinh.population-registry}: {@code simulator} (demo mode only)
 *     or {@code none}; unset means the simulator in demo mode and none in production
 */
@ConfigurationProperties("ansinh")
record PopulationRegistrySettings(@Nullable Kind populationRegistry) {

  enum Kind {
    SIMULATOR,
    NONE
  }
}
