package vn.ansinh.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.platform.Mode;

/** What an operator may set, and what is said of what they may not. */
class FederationReadinessTest {

  static final Mode PRODUCTION = new Mode(Mode.Kind.PRODUCTION);
  static final Mode DEMO = new Mode(Mode.Kind.DEMO);
  static final String ISSUER = "https://identity.example";

  @Test
  void a_provider_is_set_up_from_the_environment() {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                "test-systemEnvironment",
                Map.of(
                    "ANSINH_FEDERATION_PROVIDERS_VNEID_ISSUER", ISSUER,
                    "ANSINH_FEDERATION_PROVIDERS_VNEID_CLIENTID", "ansinh",
                    "ANSINH_FEDERATION_PROVIDERS_VNEID_CLIENTSECRETFILE", "/run/secret",
                    "ANSINH_FEDERATION_PROVIDERS_VNEID_SCOPES", "openid,citizen",
                    "ANSINH_FEDERATION_PROVIDERS_VNEID_CLAIMS_PERSONALID", "cccd",
                    "ANSINH_FEDERATION_PROVIDERS_VNEID_LEVELS_LOA2", "2",
                    "ANSINH_FEDERATION_PROVIDERS_VNEID_REQUIREDLEVEL", "3")));
    var settings =
        Binder.get(environment)
            .bind("ansinh.federation", Bindable.of(FederationSettings.class))
            .get();
    var vneid = settings.providers().get("vneid");
    assertThat(vneid.clientId()).isEqualTo("ansinh");
    assertThat(vneid.scopes()).containsExactly("openid", "citizen");
    assertThat(vneid.claims().personalId()).isEqualTo("cccd");
    assertThat(vneid.claims().fullName()).isEqualTo("ho_ten");
    assertThat(vneid.levels()).containsEntry("loa2", 2);
    assertThat(vneid.requiredLevel()).isEqualTo(3);
    assertThat(FederationReadiness.problems(settings, PRODUCTION)).isEmpty();
    assertThat(new FederationRule().problems(environment, true)).isEmpty();
    assertThat(new FederationRule().problems(new StandardEnvironment(), true)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "issuer, http://identity.example, ISSUER",
    "issuer, http://localhost:9000, ISSUER",
    "issuer, not an address, ISSUER",
    "issuer, https://me@identity.example, ISSUER",
    "client-id, '', CLIENTID",
    "client-secret, '', CLIENTSECRET",
    "client-secret-file, /run/secret, CLIENTSECRET",
    "required-level, 1, REQUIREDLEVEL",
    "claims.level, '', FIXEDLEVEL",
    "algorithms, none, ALGORITHMS",
    "algorithms, 'RS256,HS256', ALGORITHMS",
    "birth-date-formats, dd/bb, BIRTHDATEFORMATS",
    "timeout, 0s, TIMEOUT",
    "concurrency, 0, TIMEOUT"
  })
  void what_is_wrong_is_said_by_the_name_of_the_setting(String name, String value, String said) {
    var problems = problems("vneid", Map.of(name, value), PRODUCTION);
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst())
        .contains("ANSINH_FEDERATION_PROVIDERS_VNEID_" + said)
        .doesNotContain(IdentityServer.SECRET);
    assertThat(new FederationException(problems.getFirst())).hasMessageContaining(said);
  }

  @Test
  void a_demo_may_ask_a_provider_on_the_same_machine_without_tls() {
    assertThat(problems("vneid", Map.of("issuer", "http://localhost:9000"), DEMO)).isEmpty();
    assertThat(problems("vneid", Map.of("issuer", "http://identity.example"), DEMO)).hasSize(1);
    assertThat(problems("VNeID/..", Map.of(), DEMO)).hasSize(1);
  }

  @Test
  void production_refuses_to_start_with_simulated_identities() {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("ansinh.demo.identity-port", "8090")));
    assertThat(new FederationRule().problems(environment, true))
        .singleElement()
        .asString()
        .contains("simulated in a demo only");
  }

  @Test
  void keys_and_secrets_that_cannot_be_read_are_said_without_what_stands_in_them(
      @TempDir Path folder) throws Exception {
    var open = folder.resolve("open.json");
    Files.writeString(open, IdentityServer.newKey().toPublicJWK().toJSONString());
    assertThatThrownBy(
            () -> ClientProof.of("vneid", settings(Map.of("client-key-file", open.toString()))))
        .isInstanceOf(FederationException.class)
        .hasMessageContaining("no private RSA or EC key");
    assertThatThrownBy(
            () -> ClientProof.of("vneid", settings(Map.of("client-key-file", folder + "/none"))))
        .isInstanceOf(FederationException.class)
        .hasMessageContaining("cannot be read");
  }

  @ParameterizedTest
  @CsvSource({
    "15/01/1990, 15/01/1990",
    "1990-01-15, 15/01/1990",
    "19900115, 15/01/1990",
    "01/1990, 01/1990",
    "1990, 1990",
    "31/02/1990, ''",
    "15-01-1990, ''",
    "0000-01-15, ''",
    "1, ''"
  })
  void birth_dates_are_read_to_the_precision_they_are_said(String said, String read) {
    var dates = BirthDates.of(settings(Map.of()).birthDateFormats());
    assertThat(dates.read(said).map(BirthDate::text).orElse("")).isEqualTo(read);
  }

  @Test
  void levels_may_have_names_or_be_the_same_for_everybody() {
    var claims =
        Map.<String, Object>of(
            "so_dinh_danh", "079190000001", "ho_ten", "Nguyễn Thị Mẫu", "ngay_sinh", "1990");
    var named = new java.util.HashMap<>(claims);
    named.put("muc_do", "substantial");
    assertThat(
            new ClaimsReader(settings(Map.of("levels.substantial", 2)))
                .read("it", named)
                .orElseThrow()
                .level())
        .isEqualTo(2);
    assertThat(
            new ClaimsReader(settings(Map.of("claims.level", "", "fixed-level", 3)))
                .read("it", claims)
                .orElseThrow()
                .level())
        .isEqualTo(3);
    assertThat(new ClaimsReader(settings(Map.of())).read("it", claims)).isEmpty();
    assertThat(new ClaimsReader(settings(Map.of())).read("it", named)).isEmpty();
  }

  @Test
  void nothing_that_is_secret_is_printed() {
    assertThat(settings(Map.of()).toString()).doesNotContain(IdentityServer.SECRET);
    assertThat(new Callback("a-code", "a-state", "", "").toString()).doesNotContain("a-");
    assertThat(new Coming.MustConfirm("an-entry").toString()).doesNotContain("an-entry");
    assertThat(new Coming.NeedsCode("an-entry", true).toString()).doesNotContain("an-entry");
  }

  private static List<String> problems(String name, Map<String, Object> besides, Mode mode) {
    return FederationReadiness.problems(
        new FederationSettings(Map.of(name, settings(besides))), mode);
  }

  private static FederationSettings.Provider settings(Map<String, Object> besides) {
    return Settings.of(ISSUER, besides);
  }
}
