package vn.ansinh.population;

import java.util.List;

/** The connection to the population registry is set up wrongly; told when the program starts. */
public final class PopulationException extends RuntimeException {

  PopulationException(String message) {
    super(message);
  }

  static void unlessEmpty(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new PopulationException(String.join(" | ", problems));
    }
  }

  PopulationException(String message, Throwable cause) {
    super(message, cause);
  }
}
