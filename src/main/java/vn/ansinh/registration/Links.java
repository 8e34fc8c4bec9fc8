package vn.ansinh.registration;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Secrets;

/**
 * The secret links to status pages. A link follows from the declaration's id under our key, so that
 * a repeated answer and every later message carry the same one; what is stored is its hash.
 */
@Component
class Links {

  private static final int BYTES = 18;

  private final ClaimStore claims;
  private final Secrets secrets;

  Links(ClaimStore claims, Secrets secrets) {
    this.claims = claims;
    this.secrets = secrets;
  }

  String secretOf(DeclarationId id) {
    var bytes = Arrays.copyOf(secrets.hash("status-link", id.value().toString()), BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  void claim(Declaration declaration) {
    claims.insertLink(hash(secretOf(declaration.id())), declaration);
  }

  Optional<DeclarationId> find(String secret) {
    return claims.byLink(hash(secret));
  }

  private byte[] hash(String secret) {
    return secrets.hash("status-link-claim", secret);
  }
}
