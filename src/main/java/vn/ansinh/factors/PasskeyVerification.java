package vn.ansinh.factors;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.VerificationException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Mode;
import vn.ansinh.platform.PublicAddress;

/**
 * What a browser says about a key, judged by the rules of WebAuthn: this site's name and address,
 * this challenge, a person who was present and whose finger, face or number was checked. Which make
 * a key is of is not asked. Thread-safe.
 */
@Component
class PasskeyVerification {

  private static final int LONGEST = 16_000;
  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      List.of(
          algorithm(COSEAlgorithmIdentifier.ES256),
          algorithm(COSEAlgorithmIdentifier.EdDSA),
          algorithm(COSEAlgorithmIdentifier.RS256));

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager webauthn =
      WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter credentials =
      new AttestedCredentialDataConverter(converter);
  private final URI address;
  private final Mode mode;

  PasskeyVerification(PublicAddress address, Mode mode) {
    this.address = URI.create(address.of("/"));
    this.mode = mode;
  }

  /**
   * A key of which everything was right.
   *
   * @param credential id and public key
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Shown(byte[] credentialId, byte[] credential, boolean backupEligible, long signCount) {}

  /**
   * What a browser says a known key has signed.
   *
   * @param holder whose key it claims to be
   */
  @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
  record Signed(AuthenticationData data, byte[] holder, byte[] credentialId, long signCount) {}

  /** How a signature by a known key turned out. */
  enum Verdict {
    RIGHT,
    WRONG,
    /** It signed less often than it did before: there are two of it. */
    COPIED
  }

  /** The name keys are bound to. */
  String site() {
    return address.getHost();
  }

  /** Empty when anything is wrong with it. */
  Optional<Shown> added(String json, byte[] challenge) {
    return understood(() -> webauthn.parseRegistrationResponseJSON(bounded(json)))
        .filter(it -> isRight(it, challenge))
        .map(RegistrationData::getAttestationObject)
        .map(AttestationObject::getAuthenticatorData)
        .flatMap(this::shown);
  }

  /** Empty when it cannot be read; says nothing about whether it is right. */
  @SuppressWarnings("NullAway") // the library says that bytes in an array may be null
  Optional<Signed> read(String json) {
    var data = understood(() -> webauthn.parseAuthenticationResponseJSON(bounded(json)));
    if (data.isEmpty()) {
      return Optional.empty();
    }
    var holder = data.get().getUserHandle();
    var credentialId = data.get().getCredentialId();
    var signed = data.get().getAuthenticatorData();
    if (holder == null || credentialId == null || signed == null) {
      return Optional.empty();
    }
    return Optional.of(new Signed(data.get(), holder, credentialId, signed.getSignCount()));
  }

  Verdict judge(Signed signed, byte[] challenge, Shown known) {
    var record =
        new CredentialRecordImpl(
            new NoneAttestationStatement(),
            true,
            known.backupEligible(),
            null,
            known.signCount(),
            credentials.convert(known.credential()),
            null,
            null,
            null,
            null);
    var server = server(challenge, origin(signed.data().getCollectedClientData()));
    try {
      webauthn.verify(
          signed.data(), new AuthenticationParameters(server, record, null, true, true));
      return Verdict.RIGHT;
    } catch (MaliciousCounterValueException e) {
      return Verdict.COPIED;
    } catch (DataConversionException | VerificationException e) {
      return Verdict.WRONG;
    }
  }

  private boolean isRight(RegistrationData data, byte[] challenge) {
    var server = server(challenge, origin(data.getCollectedClientData()));
    try {
      webauthn.verify(data, new RegistrationParameters(server, ALGORITHMS, true, true));
      return true;
    } catch (DataConversionException | VerificationException e) {
      return false;
    }
  }

  /** Strangers send what they like; the library answers nonsense with whatever it stumbles over. */
  private static <T> Optional<T> understood(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private Optional<Shown> shown(AuthenticatorData<?> data) {
    return Optional.ofNullable(data.getAttestedCredentialData())
        .map(
            it ->
                new Shown(
                    it.getCredentialId(),
                    credentials.convert(it),
                    data.isFlagBE(),
                    data.getSignCount()));
  }

  byte[] credentialId(byte[] credential) {
    return credentials.extractCredentialId(credential);
  }

  private ServerProperty server(byte[] challenge, @Nullable Origin shown) {
    var own = Origin.create(address.getScheme() + "://" + address.getAuthority());
    return new ServerProperty(
        isDemoHere(shown) ? Set.of(shown) : Set.of(own), site(), new DefaultChallenge(challenge));
  }

  /** A demo is reached by whatever port somebody has led to it on their own machine. */
  private boolean isDemoHere(@Nullable Origin shown) {
    return mode.isDemo()
        && shown != null
        && "http".equals(shown.getScheme())
        && "localhost".equals(shown.getHost())
        && "localhost".equals(site());
  }

  private static @Nullable Origin origin(
      com.webauthn4j.data.client.@Nullable CollectedClientData data) {
    return data == null ? null : data.getOrigin();
  }

  private static String bounded(String json) {
    return json.length() > LONGEST ? "" : json;
  }

  private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier algorithm) {
    return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
  }
}
