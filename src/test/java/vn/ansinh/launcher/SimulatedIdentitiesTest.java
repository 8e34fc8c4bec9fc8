package vn.ansinh.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimulatedIdentitiesTest {

  @Test
  void the_demos_provider_is_always_at_the_same_address_and_named_a_simulation() {
    var settings = SimulatedIdentities.settings(8080);
    assertThat(settings)
        .containsEntry("ansinh.demo.identity-port", "8090")
        .containsEntry("ansinh.federation.providers.vneid.issuer", "http://localhost:8090")
        .containsEntry("ansinh.federation.providers.vneid.name-vi", "VNeID (mô phỏng)");
    assertThat(settings.get("ansinh.federation.providers.vneid.client-secret"))
        .hasSize(64)
        .isNotEqualTo(
            SimulatedIdentities.settings(8080)
                .get("ansinh.federation.providers.vneid.client-secret"));
  }
}
