package vn.ansinh.federation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity providers people may sign in with; {@code ANSINH_FEDERATION_PROVIDERS_VNEID_ISSUER}
 * and so on. None means no button.
 *
 * @param providers by the name they have in addresses and in the database: never renamed once in
 *     use
 */
@ConfigurationProperties("ansinh.federation")
record FederationSettings(@DefaultValue Map<String, Provider> providers) {

  FederationSettings {
    providers = Map.copyOf(providers);
  }

  /**
   * One provider.
   *
   * @param issuer exactly as it stands in the provider's tokens; its discovery document is under it
   * @param clientId how the provider calls us
   * @param clientSecret what we show with a code; better in a file
   * @param clientSecretFile holds the secret and nothing else
   * @param clientKeyFile our private key as a JWK (RSA, or EC on P-256 and longer) for {@code
   *     private_key_jwt}, in the place of a secret
   * @param nameVi what the button and the pages call the provider
   * @param nameEn the same in English
   * @param scopes asked for; {@code openid} always is
   * @param claims how the provider calls what we need
   * @param birthDateFormats in which the birth date may come, as {@link
   *     java.time.format.DateTimeFormatter} has them; a format without day or month is a date that
   *     is known to the month or the year
   * @param levels the level a text stands for; a number stands for itself
   * @param fixedLevel the level of everybody where the provider tells none ({@code claims.level}
   *     left empty); the operator vouches for it
   * @param requiredLevel under which nobody signs in; two or more
   * @param maxAge how long before its token somebody may have signed in at the provider, so that a
   *     browser left open there opens nothing here; zero asks nothing, for providers that do not
   *     say
   * @param userInfo whether UserInfo is asked for what the ID token does not say
   * @param algorithms with which ID tokens may be signed
   * @param timeout for one question to the provider, body included
   * @param concurrency questions under way at once from this node; further ones are not asked
   */
  record Provider(
      @Nullable String issuer,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable String clientSecretFile,
      @Nullable String clientKeyFile,
      @DefaultValue("VNeID") String nameVi,
      @DefaultValue("VNeID") String nameEn,
      @DefaultValue({"openid", "profile"}) List<String> scopes,
      @DefaultValue Claims claims,
      @DefaultValue({"dd/MM/yyyy", "yyyy-MM-dd", "yyyyMMdd", "MM/yyyy", "yyyy"})
          List<String> birthDateFormats,
      @DefaultValue Map<String, Integer> levels,
      @Nullable Integer fixedLevel,
      @DefaultValue("2") int requiredLevel,
      @DefaultValue("5m") Duration maxAge,
      @DefaultValue("true") boolean userInfo,
      @DefaultValue({"RS256", "PS256", "ES256"}) List<String> algorithms,
      @DefaultValue("4s") Duration timeout,
      @DefaultValue("64") int concurrency) {

    Provider {
      scopes = List.copyOf(scopes);
      birthDateFormats = List.copyOf(birthDateFormats);
      levels = Map.copyOf(levels);
      algorithms = List.copyOf(algorithms);
    }

    @Override
    public String toString() {
      return "Provider[" + issuer + "]";
    }
  }

  /** Names of claims; the subject is always {@code sub}. */
  record Claims(
      @DefaultValue("so_dinh_danh") String personalId,
      @DefaultValue("ho_ten") String fullName,
      @DefaultValue("ngay_sinh") String birthDate,
      @DefaultValue("muc_do") String level) {}
}
