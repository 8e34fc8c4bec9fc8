package vn.ansinh.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class ModeDefaultsTest {

  final MockEnvironment environment = new MockEnvironment();

  @Test
  void production_logs_json_and_is_watched_on_a_loopback_port() {
    apply();
    assertThat(environment.getProperty("logging.structured.format.console")).isEqualTo("ecs");
    assertThat(environment.getProperty("management.server.port")).isEqualTo("8081");
    assertThat(environment.getProperty("management.server.address")).isEqualTo("127.0.0.1");
  }

  @Test
  void the_demo_logs_for_people_and_has_one_port() {
    environment.setProperty("ansinh.mode", "demo");
    apply();
    assertThat(environment.getProperty("logging.structured.format.console")).isNull();
    assertThat(environment.getProperty("management.server.port")).isNull();
  }

  @Test
  void a_database_address_may_be_written_as_a_uri_with_everything_in_it() {
    environment.setProperty(
        "spring.datasource.url", "postgres://an%40sinh:p%2Bq+r@db.example:6432/so?sslmode=require");
    apply();
    assertThat(environment.getProperty("spring.datasource.url"))
        .isEqualTo("jdbc:postgresql://db.example:6432/so?sslmode=require");
    assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("an@sinh");
    assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("p+q+r");
  }

  private void apply() {
    new ModeDefaults().postProcessEnvironment(environment, new SpringApplication());
  }
}
