package vn.ansinh.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a provider knows that it is we who bring a code: by a secret, or by a key of ours. */
final class ClientProof {

  private final ClientID client;
  private final @Nullable Secret secret;
  private final @Nullable JWK key;

  private ClientProof(ClientID client, @Nullable Secret secret, @Nullable JWK key) {
    this.client = client;
    this.secret = secret;
    this.key = key;
  }

  /**
   * @throws FederationException when a file cannot be read or is not what it should be
   */
  static ClientProof of(String provider, FederationSettings.Provider settings) {
    var client = new ClientID(Objects.requireNonNull(settings.clientId()));
    var keyFile = settings.clientKeyFile();
    if (keyFile != null && !keyFile.isBlank()) {
      return new ClientProof(client, null, key(provider, read(provider, keyFile)));
    }
    var secretFile = settings.clientSecretFile();
    var secret =
        secretFile == null || secretFile.isBlank()
            ? Objects.requireNonNull(settings.clientSecret())
            : read(provider, secretFile).strip();
    return new ClientProof(client, new Secret(secret), null);
  }

  ClientID client() {
    return client;
  }

  boolean isByKey() {
    return key != null;
  }

  /**
   * A new one for each use: a proof by key is dated and good once, and made for the issuer alone,
   * so that nobody it is sent to can use it elsewhere.
   */
  ClientAuthentication to(Issuer issuer) throws JOSEException {
    return key instanceof AsymmetricJWK pair
        ? new PrivateKeyJWT(
            new JWTAuthenticationClaimsSet(client, new Audience(issuer)),
            algorithm(key),
            pair.toPrivateKey(),
            key.getKeyID(),
            null)
        : new ClientSecretBasic(client, Objects.requireNonNull(secret));
  }

  private static JWSAlgorithm algorithm(JWK key) {
    if (key.getAlgorithm() instanceof JWSAlgorithm named) {
      return named;
    }
    if (key instanceof ECKey curve) {
      return Curve.P_384.equals(curve.getCurve())
          ? JWSAlgorithm.ES384
          : Curve.P_521.equals(curve.getCurve()) ? JWSAlgorithm.ES512 : JWSAlgorithm.ES256;
    }
    return JWSAlgorithm.PS256;
  }

  private static JWK key(String provider, String text) {
    try {
      var key = JWK.parse(text);
      if ((key instanceof RSAKey || key instanceof ECKey) && key.isPrivate()) {
        return key;
      }
    } catch (ParseException _) {
      // Said below without what stands in the file.
    }
    throw new FederationException(
        "The key file of identity provider " + provider + " is no private RSA or EC key as JWK");
  }

  private static String read(String provider, String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new FederationException(
          "The secret of identity provider %s cannot be read from %s".formatted(provider, file));
    }
  }
}
