package vn.ansinh.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.PopulationRegistry;
import vn.ansinh.identity.Verification;
import vn.ansinh.identity.Verification.Field;
import vn.ansinh.platform.Mode;
import vn.ansinh.population.PopulationSettings.By;

class PopulationRegistryTest {

  private static final BirthDate BORN = new BirthDate(1985, 11, 20);
  private static final Mode DEMO = new Mode(Mode.Kind.DEMO);
  private static final Mode PRODUCTION = new Mode(Mode.Kind.PRODUCTION);

  private final PopulationRegistry simulator = registry(By.SIMULATOR, DEMO);

  @Test
  void data_that_agree_are_a_match() {
    assertThat(simulator.verify("001085000024", "TRẦN VĂN THỬ", BORN))
        .isEqualTo(new Verification.Match());
  }

  @Test
  void data_that_differ_are_named() {
    assertThat(simulator.verify("001085000024", "Trần Văn Tự", new BirthDate(1985, null, null)))
        .isEqualTo(new Verification.Mismatch(Set.of(Field.FULL_NAME, Field.BIRTH_DATE)));
  }

  @Test
  void a_number_nobody_has_is_not_found() {
    assertThat(simulator.verify("001085000025", "Trần Văn Thử", BORN))
        .isEqualTo(new Verification.NotFound());
  }

  @Test
  void without_a_registry_it_is_unavailable() {
    assertThat(registry(By.NONE, DEMO).verify("001085000024", "Trần Văn Thử", BORN))
        .isEqualTo(new Verification.Unavailable());
    assertThat(registry(null, PRODUCTION).verify("001085000024", "Trần Văn Thử", BORN))
        .isEqualTo(new Verification.Unavailable());
  }

  @Test
  void production_does_not_start_with_the_simulator() {
    assertThatThrownBy(() -> registry(By.SIMULATOR, PRODUCTION))
        .hasMessageContaining("for the demo");
  }

  private static PopulationRegistry registry(By by, Mode mode) {
    return new PopulationConfiguration().populationRegistry(Lines.settings(by), mode);
  }
}
