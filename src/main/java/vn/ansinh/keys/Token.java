package vn.ansinh.keys;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A PKCS#11 token. Its keys stay on it: what is to be wrapped goes there. Thread-safe; every call
 * is a session of the driver's.
 */
final class Token {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Keys made here can be used and neither read nor copied off. */
  private static final String CONFIGURATION =
      """
      --name = ansinh
      library = %s
      %s
      attributes(generate, CKO_SECRET_KEY, CKK_AES) = {
        CKA_SENSITIVE = true
        CKA_EXTRACTABLE = false
        CKA_ENCRYPT = true
        CKA_DECRYPT = true
      }
      """;

  private final Provider provider;
  private final KeyStore keys;

  private Token(Provider provider, KeyStore keys) {
    this.provider = provider;
    this.keys = keys;
  }

  static Token open(MasterKeySettings.Pkcs11 settings) {
    var library = String.valueOf(settings.library());
    var pinFile = settings.pinFile();
    if (pinFile == null || pinFile.isBlank()) {
      throw new KeysException("ANSINH_MASTER_KEY_PKCS11_PIN_FILE is missing");
    }
    var pin = PrivateFile.read("ANSINH_MASTER_KEY_PKCS11_PIN_FILE", Path.of(pinFile)).toCharArray();
    try {
      var provider = Security.getProvider("SunPKCS11").configure(configuration(library, settings));
      var keys = KeyStore.getInstance("PKCS11", provider);
      keys.load(null, pin);
      return new Token(provider, keys);
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      throw new KeysException(
          "The token of ANSINH_MASTER_KEY_PKCS11_LIBRARY cannot be opened: " + innermost(e));
    } finally {
      Arrays.fill(pin, ' ');
    }
  }

  private static String configuration(String library, MasterKeySettings.Pkcs11 settings) {
    var slot = settings.slot();
    return CONFIGURATION.formatted(
        library.strip(),
        slot == null || slot.isBlank()
            ? "slotListIndex = 0"
            : "slot = " + Long.parseUnsignedLong(slot.strip()));
  }

  List<MasterKey> masterKeys(List<String> labels) {
    return labels.stream().map(it -> masterKey(it.strip())).toList();
  }

  private MasterKey masterKey(String label) {
    try {
      var key = keys.getKey(label, null);
      if (key == null || !key.getAlgorithm().equals("AES")) {
        throw new KeysException("The token has no AES key with the label " + label);
      }
      return new MasterKey("pkcs11:" + label, new OnToken(provider, key));
    } catch (GeneralSecurityException e) {
      throw new KeysException("The token does not give its key " + label + ": " + innermost(e));
    }
  }

  /** On the token itself; false when there is one of that label. */
  boolean make(String label) throws GeneralSecurityException, IOException {
    if (keys.containsAlias(label)) {
      return false;
    }
    var generator = KeyGenerator.getInstance("AES", provider);
    generator.init(256);
    keys.setKeyEntry(label, generator.generateKey(), null, null);
    keys.store(null);
    return true;
  }

  /** Whether the token would give the key away. */
  boolean showsBytes(String label) throws GeneralSecurityException {
    return keys.getKey(label, null).getEncoded() != null;
  }

  private static String innermost(Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  /** AES-GCM by the token: nonce, ciphertext, tag. */
  private record OnToken(Provider provider, Key key) implements Aead {

    @Override
    public byte[] encrypt(byte[] plain, byte[] context) throws GeneralSecurityException {
      var nonce = new byte[NONCE];
      RANDOM.nextBytes(nonce);
      var cipher = Cipher.getInstance("AES/GCM/NoPadding", provider);
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(context);
      var sealed = cipher.doFinal(plain);
      var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
      return whole;
    }

    @Override
    public byte[] decrypt(byte[] sealed, byte[] context) throws GeneralSecurityException {
      if (sealed.length < NONCE + TAG_BITS / 8) {
        throw new GeneralSecurityException("too short");
      }
      var cipher = Cipher.getInstance("AES/GCM/NoPadding", provider);
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
      cipher.updateAAD(context);
      return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
    }
  }
}
