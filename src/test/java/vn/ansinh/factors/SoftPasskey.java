package vn.ansinh.factors;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** A key that lives in this test, with what a browser would say about it. */
final class SoftPasskey {

  static final int PRESENT = 0x01;
  static final int VERIFIED = 0x04;
  private static final int WITH_CREDENTIAL = 0x40;

  private final KeyPair keys = newKeys();
  private final byte[] id = new byte[16];
  private final String site;
  private final String origin;
  private final byte[] holder;
  private final int flags;
  private int count;

  private SoftPasskey(String site, String origin, byte[] holder, int flags, int count) {
    this.site = site;
    this.origin = origin;
    this.holder = holder;
    this.flags = flags;
    this.count = count;
    ThreadLocalRandom.current().nextBytes(id);
  }

  static SoftPasskey of(byte[] holder) {
    return new SoftPasskey("localhost", "http://localhost:8080", holder, PRESENT | VERIFIED, 1);
  }

  /** As a page of somebody else would use it. */
  SoftPasskey at(String otherSite, String otherOrigin) {
    return like(new SoftPasskey(otherSite, otherOrigin, holder, flags, count));
  }

  /** Without looking at a finger or a face. */
  SoftPasskey unverified() {
    return like(new SoftPasskey(site, origin, holder, PRESENT, count));
  }

  /** As if it were another person's. */
  SoftPasskey of(byte[] otherHolder, int counted) {
    return like(new SoftPasskey(site, origin, otherHolder, flags, counted));
  }

  private KeyPair own;

  private SoftPasskey like(SoftPasskey other) {
    other.own = own == null ? keys : own;
    System.arraycopy(id, 0, other.id, 0, id.length);
    return other;
  }

  String made(String challenge) {
    var data =
        bytes(
            authenticatorData(flags | WITH_CREDENTIAL),
            new byte[16],
            new byte[] {0, 16},
            id,
            cose());
    var object = new ByteArrayOutputStream();
    object.writeBytes(new byte[] {(byte) 0xa3});
    object.writeBytes(word("fmt"));
    object.writeBytes(word("none"));
    object.writeBytes(word("attStmt"));
    object.writeBytes(new byte[] {(byte) 0xa0});
    object.writeBytes(word("authData"));
    object.writeBytes(new byte[] {0x58, (byte) data.length});
    object.writeBytes(data);
    return said(
        "\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\""
            .formatted(text(client("webauthn.create", challenge)), text(object.toByteArray())));
  }

  String signed(String challenge) {
    count++;
    return signedAgain(challenge);
  }

  /** Counting as it did before. */
  String signedAgain(String challenge) {
    var data = authenticatorData(flags);
    var client = client("webauthn.get", challenge);
    return said(
        "\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"%s\",\"userHandle\":\"%s\""
            .formatted(
                text(client), text(data), text(sign(bytes(data, sha256(client)))), text(holder)));
  }

  private byte[] authenticatorData(int flags) {
    return bytes(
        sha256(site.getBytes(StandardCharsets.UTF_8)),
        new byte[] {(byte) flags},
        ByteBuffer.allocate(4).putInt(count).array());
  }

  private byte[] cose() {
    var point = ((ECPublicKey) (own == null ? keys : own).getPublic()).getW();
    return bytes(
        new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32},
        coordinate(point.getAffineX()),
        new byte[] {0x22, 0x58, 32},
        coordinate(point.getAffineY()));
  }

  private byte[] client(String type, String challenge) {
    return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
        .formatted(type, challenge, origin)
        .getBytes(StandardCharsets.UTF_8);
  }

  private String said(String response) {
    return "{\"id\":\"%1$s\",\"rawId\":\"%1$s\",\"type\":\"public-key\",\"response\":{%2$s},\"clientExtensionResults\":{}}"
        .formatted(text(id), response);
  }

  private byte[] sign(byte[] message) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign((own == null ? keys : own).getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] coordinate(BigInteger number) {
    var bytes = number.toByteArray();
    var fixed = new byte[32];
    var from = Math.max(0, bytes.length - 32);
    System.arraycopy(bytes, from, fixed, 32 - (bytes.length - from), bytes.length - from);
    return fixed;
  }

  private static byte[] word(String text) {
    return bytes(
        new byte[] {(byte) (0x60 + text.length())}, text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] bytes(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] sha256(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
