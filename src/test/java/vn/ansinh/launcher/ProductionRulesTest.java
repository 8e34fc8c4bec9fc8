package vn.ansinh.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import vn.ansinh.support.TestDatabase;

class ProductionRulesTest {

  final MockEnvironment environment = new MockEnvironment();

  @BeforeEach
  void everything_right() {
    environment.setProperty("ansinh.mode", "production");
    environment.setProperty("ansinh.secret.key", "nO0C1YF8qhXGJfH1jJm3dJ9w2u6m3b0cRZ5tK7vXyL4=");
    environment.setProperty("ansinh.tls", "terminated-by-proxy");
    environment.setProperty("server.forward-headers-strategy", "native");
    environment.setProperty("spring.datasource.url", "jdbc:postgresql://db/ansinh");
    environment.setProperty("ansinh.audit.key-file", "/etc/ansinh/audit-key.pem");
    environment.setProperty("ansinh.public-url", "https://ansinh.example.vn");
    environment.setProperty("ansinh.mail.host", "relay.example.vn");
    environment.setProperty("ansinh.mail.from", "ansinh@example.vn");
    environment.setProperty("ansinh.sms.by", "none");
  }

  @Test
  void messages_that_cannot_be_sent_are_told_before_the_database_is_touched() {
    environment.setProperty("ansinh.mail.host", "");
    environment.setProperty("ansinh.mail.security", "NONE");
    environment.setProperty("ansinh.public-url", "http://ansinh.example.vn");
    environment.setProperty("ansinh.sms.by", "smpp");
    assertThat(ProductionRules.problems(environment, true))
        .satisfiesExactly(
            mail -> assertThat(mail).contains("ANSINH_MAIL_HOST"),
            security -> assertThat(security).contains("ANSINH_MAIL_SECURITY=NONE"),
            address -> assertThat(address).contains("ANSINH_PUBLIC_URL"),
            sms -> assertThat(sms).contains("ANSINH_SMS_HOST"));
    assertThat(ProductionRules.problems(environment, false)).isEmpty();
  }

  @Test
  void what_the_population_registry_lacks_is_told_in_one_line() {
    environment.setProperty("ansinh.population-registry.by", "http");
    environment.setProperty("ansinh.population-registry.key-id", "ansinh-1");
    assertThat(ProductionRules.problems(environment, true))
        .containsExactly(
            "To ask the population registry, set ANSINH_POPULATION_REGISTRY_URL,"
                + " ANSINH_POPULATION_REGISTRY_SSL_BUNDLE, ANSINH_POPULATION_REGISTRY_KEY_FILE,"
                + " ANSINH_POPULATION_REGISTRY_REGISTRY_KEY_ID,"
                + " ANSINH_POPULATION_REGISTRY_REGISTRY_KEY_FILE");
    assertThat(ProductionRules.problems(environment, false)).isEmpty();
  }

  @Test
  void a_simulated_registry_an_open_line_and_a_long_wait_are_refused() {
    environment.setProperty("ansinh.population-registry.by", "simulator");
    refusesRegistry("is for the demo");
    environment.setProperty("ansinh.population-registry.by", "http");
    environment.setProperty("ansinh.population-registry.ssl-bundle", "population");
    environment.setProperty("ansinh.population-registry.key-id", "ansinh-1");
    environment.setProperty("ansinh.population-registry.key-file", "/etc/ansinh/key.pem");
    environment.setProperty("ansinh.population-registry.registry-key-id", "registry-1");
    environment.setProperty("ansinh.population-registry.registry-key-file", "/etc/ansinh/open.pem");
    environment.setProperty("ansinh.population-registry.url", "http://registry.example.vn/v1");
    refusesRegistry("is not an https address");
    environment.setProperty("ansinh.population-registry.url", "https://registry.example.vn/v1");
    environment.setProperty("ansinh.population-registry.budget", "5s");
    refusesRegistry("two seconds at most");
    environment.setProperty("ansinh.population-registry.budget", "1500ms");
    assertThat(ProductionRules.problems(environment, true)).isEmpty();
    environment.setProperty(
        "ansinh.population-registry.registry-key-id", "population-registry-simulator");
    refusesRegistry("names the simulator");
  }

  private void refusesRegistry(String why) {
    assertThat(ProductionRules.problems(environment, true))
        .singleElement()
        .asString()
        .contains(why);
  }

  @Test
  void nothing_is_missed_when_everything_is_said() {
    assertThat(ProductionRules.problems(environment, true)).isEmpty();
  }

  @Test
  void production_is_what_counts_when_nothing_is_said_about_the_mode() {
    assertThat(ProductionRules.problems(new MockEnvironment(), true))
        .as("key, database, TLS, audit key, mail, address, SMS")
        .hasSize(7);
  }

  @Test
  void the_demo_is_asked_nothing() {
    var demo = new MockEnvironment().withProperty("ansinh.mode", "demo");
    assertThat(ProductionRules.problems(demo, true)).isEmpty();
  }

  @Test
  void a_key_of_the_demo_is_refused(@TempDir Path directory) throws Exception {
    refuses(SecretFile.masterKey(Home.at(directory)), "is a key of the demo or the tests");
  }

  @Test
  void the_key_of_the_tests_is_refused() {
    refuses(TestDatabase.SECRET, "is a key of the demo or the tests");
  }

  @Test
  void short_empty_and_made_up_keys_are_refused() {
    refuses("", "is missing");
    refuses("not base64!", "is not base64");
    refuses(Base64.getEncoder().encodeToString(new byte[31]), "is too short");
    refuses(Base64.getEncoder().encodeToString(new byte[32]), "is not random");
  }

  @Test
  void tls_of_our_own_is_a_declaration_too() {
    environment.setProperty("ansinh.tls", "");
    assertThat(ProductionRules.problems(environment, true))
        .singleElement()
        .asString()
        .contains("TLS is not declared");
    environment.setProperty("server.ssl.bundle", "web");
    assertThat(ProductionRules.problems(environment, true)).isEmpty();
  }

  @Test
  void a_proxy_nobody_believes_is_refused() {
    environment.setProperty("server.forward-headers-strategy", "none");
    assertThat(ProductionRules.problems(environment, true))
        .singleElement()
        .asString()
        .contains("ANSINH_FORWARDED_HEADERS is not native");
  }

  @Test
  void headers_of_visitors_are_never_believed() {
    environment.setProperty("server.forward-headers-strategy", "framework");
    assertThat(ProductionRules.problems(environment, true))
        .singleElement()
        .asString()
        .contains("believes what visitors write");
  }

  @Test
  void a_node_that_seals_the_trail_needs_the_key() {
    environment.setProperty("ansinh.audit.key-file", "");
    assertThat(ProductionRules.problems(environment, true))
        .singleElement()
        .asString()
        .contains("ANSINH_AUDIT_KEY_FILE is missing");
    environment.setProperty("ansinh.audit.sealing", "false");
    assertThat(ProductionRules.problems(environment, true)).isEmpty();
  }

  @Test
  void a_command_serves_nobody_and_needs_no_tls() {
    environment.setProperty("ansinh.tls", "");
    environment.setProperty("server.forward-headers-strategy", "none");
    assertThat(ProductionRules.problems(environment, false)).isEmpty();
  }

  private void refuses(String key, String reason) {
    environment.setProperty("ansinh.secret.key", key);
    assertThat(ProductionRules.problems(environment, true))
        .singleElement()
        .asString()
        .contains(reason);
  }
}
