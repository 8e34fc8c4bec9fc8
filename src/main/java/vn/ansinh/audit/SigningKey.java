package vn.ansinh.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/**
 * The Ed25519 key that signs checkpoints, as {@code openssl genpkey -algorithm ed25519} makes it.
 */
record SigningKey(PrivateKey secret, PublicKey open) {

  private static final String PRIVATE = "PRIVATE KEY";

  /** How every Ed25519 public key begins (RFC 8410). */
  private static final byte[] OPEN_KEY_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  static SigningKey read(Path file) {
    try {
      var blocks = Pem.blocks(Files.readString(file), PRIVATE);
      if (blocks.size() != 1) {
        throw new AuditException(
            file + " holds no private key: make one with bin/ansinh audit key");
      }
      var keys = KeyFactory.getInstance("Ed25519");
      var secret = keys.generatePrivate(new PKCS8EncodedKeySpec(blocks.getFirst()));
      return new SigningKey(
          secret, keys.generatePublic(new X509EncodedKeySpec(openPart((EdECPrivateKey) secret))));
    } catch (IOException e) {
      throw new AuditException("The key of the audit trail cannot be read: " + file, e);
    } catch (GeneralSecurityException e) {
      throw new AuditException(file + " is not an Ed25519 key", e);
    }
  }

  static SigningKey make() {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new SigningKey(pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String id() {
    return TrustedKeys.id(open);
  }

  byte[] sign(byte[] statement) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(secret);
      signature.update(statement);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AuditException("The audit trail cannot be signed", e);
    }
  }

  String secretPem() {
    return Pem.text(PRIVATE, secret.getEncoded());
  }

  String openPem() {
    return Pem.text(TrustedKeys.PUBLIC, open.getEncoded());
  }

  @Override
  public String toString() {
    return "signing key " + id();
  }

  private static byte[] openPart(EdECPrivateKey secret) {
    var seed = secret.getBytes().orElseThrow();
    var open = new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
    var whole = new byte[OPEN_KEY_HEAD.length + open.length];
    System.arraycopy(OPEN_KEY_HEAD, 0, whole, 0, OPEN_KEY_HEAD.length);
    System.arraycopy(open, 0, whole, OPEN_KEY_HEAD.length, open.length);
    return whole;
  }
}
