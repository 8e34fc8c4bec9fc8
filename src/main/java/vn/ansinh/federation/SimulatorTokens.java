package vn.ansinh.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** What the simulator says about somebody, signed with a key of this start. Thread-safe. */
final class SimulatorTokens {

  static final Duration GOOD_FOR = Duration.ofMinutes(5);

  private final String client;
  private final Clock clock;
  private final ECKey key;

  SimulatorTokens(String client, Clock clock) {
    this.client = client;
    this.clock = clock;
    try {
      this.key = new ECKeyGenerator(Curve.P_256).keyID("simulator-" + UUID.randomUUID()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, Object> keys() {
    return new JWKSet(key.toPublicJWK()).toJSONObject();
  }

  /**
   * @param at when somebody pressed the name
   */
  String signed(
      String issuer, IdentitySimulator.Citizen citizen, int level, Nonce nonce, Instant at) {
    var now = clock.instant();
    var account = citizen.personalId().getBytes(StandardCharsets.UTF_8);
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(client)
            .subject(UUID.nameUUIDFromBytes(account).toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(GOOD_FOR)))
            .claim("auth_time", at.getEpochSecond())
            .claim("nonce", nonce.getValue())
            .claim("so_dinh_danh", citizen.personalId())
            .claim("ho_ten", citizen.fullName())
            .claim("ngay_sinh", citizen.birthDate())
            .claim("muc_do", level)
            .build();
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }
}
