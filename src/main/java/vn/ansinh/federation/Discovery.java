package vn.ansinh.federation;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.Mode;

/**
 * Where a provider's doors are and which keys it signs with, from its discovery document: read when
 * first needed and again every hour, the old one serving for a day while there is no new one. Keys
 * are read again when a token names one we have not seen, twice in half a minute at most.
 * Thread-safe.
 */
final class Discovery {

  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration USABLE = Duration.ofDays(1);

  /** So that a document that cannot be had does not tire the line the codes go over. */
  private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

  private static final long KEYS_FRESH = Duration.ofMinutes(15).toMillis();
  private static final long KEYS_WAITED_FOR = Duration.ofSeconds(5).toMillis();
  private static final long KEYS_USABLE = Duration.ofHours(4).toMillis();
  private static final long KEYS_AGAIN_AFTER = Duration.ofSeconds(30).toMillis();

  /** A provider as its document describes it. */
  record Doors(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant readAt) {}

  private final Issuer issuer;
  private final ProviderLine line;
  private final Mode mode;
  private final Clock clock;
  private volatile @Nullable Doors newest;
  private volatile Instant notBefore = Instant.MIN;

  Discovery(String issuer, ProviderLine line, Mode mode, Clock clock) {
    this.issuer = new Issuer(issuer);
    this.line = line;
    this.mode = mode;
    this.clock = clock;
  }

  /**
   * @throws IOException when there is no document, or one that does not hold
   */
  Doors doors() throws IOException {
    var known = newest;
    if (known != null && (isWithin(known, FRESH) || isResting(known))) {
      return known;
    }
    return again();
  }

  private synchronized Doors again() throws IOException {
    var known = newest;
    if (known != null && (isWithin(known, FRESH) || isResting(known))) {
      return known;
    }
    try {
      var read = read(known);
      newest = read;
      return read;
    } catch (IOException e) {
      notBefore = clock.instant().plus(AGAIN_AFTER);
      if (known != null && isWithin(known, USABLE)) {
        return known;
      }
      throw e;
    }
  }

  private Doors read(@Nullable Doors before) throws IOException {
    try {
      var url = OIDCProviderMetadata.resolveURL(issuer);
      var metadata = OIDCProviderMetadata.parse(line.retrieveResource(url).getContent());
      verify(metadata);
      boolean sameKeys =
          before != null && before.metadata().getJWKSetURI().equals(metadata.getJWKSetURI());
      return new Doors(
          metadata,
          sameKeys ? Objects.requireNonNull(before).keys() : keys(metadata.getJWKSetURI()),
          clock.instant());
    } catch (GeneralException | IllegalArgumentException e) {
      throw new ProviderUnavailableException("a discovery document that is none");
    }
  }

  private void verify(OIDCProviderMetadata metadata) throws IOException {
    boolean holds =
        issuer.equals(metadata.getIssuer())
            && Stream.of(
                    metadata.getAuthorizationEndpointURI(),
                    metadata.getTokenEndpointURI(),
                    metadata.getJWKSetURI())
                .allMatch(this::isDoor)
            && (metadata.getUserInfoEndpointURI() == null
                || isDoor(metadata.getUserInfoEndpointURI()));
    if (!holds) {
      throw new ProviderUnavailableException("a discovery document that does not hold");
    }
  }

  private boolean isDoor(@Nullable URI address) {
    return address != null && FederationReadiness.isAddress(address.toString(), mode);
  }

  private JWKSource<SecurityContext> keys(URI address) throws IOException {
    return JWKSourceBuilder.create(address.toURL(), line)
        .cache(KEYS_FRESH, KEYS_WAITED_FOR)
        .refreshAheadCache(false)
        .rateLimited(KEYS_AGAIN_AFTER)
        .outageTolerant(KEYS_USABLE)
        .build();
  }

  private boolean isResting(Doors known) {
    return clock.instant().isBefore(notBefore) && isWithin(known, USABLE);
  }

  private boolean isWithin(Doors doors, Duration age) {
    return clock.instant().isBefore(doors.readAt().plus(age));
  }
}
