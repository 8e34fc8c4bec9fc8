package vn.ansinh.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** The public keys a checker believes; several after a key was changed. */
final class TrustedKeys {

  static final String PUBLIC = "PUBLIC KEY";

  private static final int ID_DIGITS = 16;

  private final Map<String, PublicKey> keys = new HashMap<>();

  static TrustedKeys of(PublicKey key) {
    var trusted = new TrustedKeys();
    trusted.add(key);
    return trusted;
  }

  /** Every public key in these files. */
  static TrustedKeys read(Collection<Path> files) {
    var trusted = new TrustedKeys();
    for (var file : files) {
      try {
        for (var block : Pem.blocks(Files.readString(file), PUBLIC)) {
          trusted.add(
              KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(block)));
        }
      } catch (IOException e) {
        throw new AuditException("Cannot read " + file, e);
      } catch (GeneralSecurityException e) {
        throw new AuditException(file + " is not an Ed25519 public key", e);
      }
    }
    return trusted;
  }

  /** The first 16 hex digits of SHA-256 over the key in DER. */
  static String id(PublicKey key) {
    return HexFormat.of().formatHex(MerkleTree.sha256(key.getEncoded())).substring(0, ID_DIGITS);
  }

  Set<String> ids() {
    return Set.copyOf(keys.keySet());
  }

  boolean knows(String id) {
    return keys.containsKey(id);
  }

  boolean signed(Checkpoint checkpoint) {
    var key = keys.get(checkpoint.keyId());
    if (key == null) {
      return false;
    }
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(checkpoint.statement());
      return signature.verify(checkpoint.signature());
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private void add(PublicKey key) {
    keys.put(id(key), key);
  }
}
