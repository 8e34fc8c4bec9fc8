package vn.ansinh.population;

import java.security.Key;
import java.security.interfaces.ECKey;

/** The two algorithms of RFC 9421 that are spoken; which one is a matter of the key alone. */
enum SignatureAlgorithm {
  ED25519("ed25519", "Ed25519"),
  ECDSA_P256("ecdsa-p256-sha256", "SHA256withECDSAinP1363Format");

  private static final int P256 = 256;

  private final String name;
  private final String java;

  SignatureAlgorithm(String name, String java) {
    this.name = name;
    this.java = java;
  }

  /**
   * @throws PopulationException for keys of another kind
   */
  static SignatureAlgorithm of(Key key) {
    if (key instanceof ECKey curve && curve.getParams().getOrder().bitLength() == P256) {
      return ECDSA_P256;
    }
    if (key.getAlgorithm().equals("EdDSA") || key.getAlgorithm().equals("Ed25519")) {
      return ED25519;
    }
    throw new PopulationException("only Ed25519 and ECDSA on P-256 sign messages");
  }

  /** As messages call it. */
  String wireName() {
    return name;
  }

  String javaName() {
    return java;
  }
}
