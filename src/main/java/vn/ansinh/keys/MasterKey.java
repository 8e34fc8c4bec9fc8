package vn.ansinh.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/**
 * What wraps the ring.
 *
 * @param name says which one it is and nothing about its bytes; kept beside the ring
 * @param aead may be slow: a token on the other end of a cable
 */
record MasterKey(String name, Aead aead) {

  private static final String NAME_OF = "name of a master key";

  /** Of 32 bytes in the memory of this process. */
  static MasterKey of(String kind, byte[] bytes) {
    try {
      var name = HexFormat.of().formatHex(Hmac.sha256(bytes, NAME_OF), 0, 6);
      return new MasterKey(kind + ":" + name, new AesGcmJce(bytes));
    } catch (GeneralSecurityException e) {
      throw new KeysException("The master key cannot be used: " + e.getMessage());
    }
  }
}
