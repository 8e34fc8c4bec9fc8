package vn.ansinh.keys;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacKey;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Data keys, one of which seals while all of them open, and the hash key. Never changes; a change
 * makes another. Two kinds of data keys: those made here (AES-256-GCM with Tink's prefix, so that
 * what lies under one begins with its id), and in an older installation the one that was derived
 * from the master secret, whose values carry no id.
 */
final class Ring {

  private static final byte[] DATA_KEYS = "keys.ring.data_keys".getBytes(StandardCharsets.UTF_8);
  private static final byte[] HASH_KEY = "keys.ring.hash_key".getBytes(StandardCharsets.UTF_8);
  private static final int HASH_BYTES = 32;

  static {
    try {
      AeadConfig.register();
      MacConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As it lies in the database. */
  record Wrapped(byte[] dataKeys, byte[] hashKey) {
    @Override
    public String toString() {
      return "a wrapped ring";
    }
  }

  private final KeysetHandle dataKeys;
  private final KeysetHandle hashKey;
  private final Aead sealing;
  private final Mac hashing;
  private final List<String> ids;
  private final String newest;

  private Ring(KeysetHandle dataKeys, KeysetHandle hashKey) throws GeneralSecurityException {
    this.dataKeys = dataKeys;
    this.hashKey = hashKey;
    this.sealing = dataKeys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    this.hashing = hashKey.getPrimitive(RegistryConfiguration.get(), Mac.class);
    this.ids = IntStream.range(0, dataKeys.size()).mapToObj(it -> id(dataKeys.getAt(it))).toList();
    this.newest = id(dataKeys.getPrimary());
  }

  static Ring make() throws GeneralSecurityException {
    return new Ring(
        KeysetHandle.newBuilder().addEntry(newDataKey()).build(),
        hashKey(SecretBytes.randomBytes(HASH_BYTES)));
  }

  /**
   * Takes over what an installation derived from its master secret. The hash key is then that
   * secret: what it is for cannot be listed, so it cannot be kept as single derived keys.
   */
  @AccessesPartialKey
  static Ring inherit(byte[] masterSecret) throws GeneralSecurityException {
    var access = InsecureSecretKeyAccess.get();
    var derived =
        AesGcmKey.builder()
            .setParameters(
                AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build())
            .setKeyBytes(SecretBytes.copyFrom(Hmac.sha256(masterSecret, "sealing"), access))
            .build();
    return new Ring(
        KeysetHandle.newBuilder()
            .addEntry(KeysetHandle.importKey(derived).withRandomId())
            .addEntry(newDataKey())
            .build(),
        hashKey(SecretBytes.copyFrom(masterSecret, access)));
  }

  static Ring unwrap(Wrapped wrapped, MasterKey master) throws GeneralSecurityException {
    return new Ring(
        TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped.dataKeys(), master.aead(), DATA_KEYS),
        TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped.hashKey(), master.aead(), HASH_KEY));
  }

  Wrapped wrap(MasterKey master) throws GeneralSecurityException {
    return new Wrapped(
        TinkProtoKeysetFormat.serializeEncryptedKeyset(dataKeys, master.aead(), DATA_KEYS),
        TinkProtoKeysetFormat.serializeEncryptedKeyset(hashKey, master.aead(), HASH_KEY));
  }

  /** With a new data key that seals from now on. */
  Ring rotate() throws GeneralSecurityException {
    return new Ring(KeysetHandle.newBuilder(dataKeys).addEntry(newDataKey()).build(), hashKey);
  }

  /** Without a data key that does not seal any more; what lies under it is lost. */
  Ring without(String id) throws GeneralSecurityException {
    if (id.equals(newest())) {
      throw new IllegalArgumentException("the newest data key stays");
    }
    var builder = KeysetHandle.newBuilder(dataKeys);
    builder.deleteAt(ids().indexOf(id));
    return new Ring(builder.build(), hashKey);
  }

  List<String> ids() {
    return ids;
  }

  boolean knows(String id) {
    return ids.contains(id);
  }

  /** The one that seals. */
  String newest() {
    return newest;
  }

  byte[] seal(byte[] plain, byte[] context) throws GeneralSecurityException {
    return sealing.encrypt(plain, context);
  }

  byte[] open(byte[] sealed, byte[] context) throws GeneralSecurityException {
    return sealing.decrypt(sealed, context);
  }

  byte[] mac(byte[] message) throws GeneralSecurityException {
    return hashing.computeMac(message);
  }

  private static KeysetHandle.Builder.Entry newDataKey() {
    return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
        .withRandomId()
        .makePrimary();
  }

  @AccessesPartialKey
  private static KeysetHandle hashKey(SecretBytes bytes) throws GeneralSecurityException {
    var key =
        HmacKey.builder()
            .setParameters(
                HmacParameters.builder()
                    .setKeySizeBytes(bytes.size())
                    .setTagSizeBytes(32)
                    .setHashType(HmacParameters.HashType.SHA256)
                    .setVariant(HmacParameters.Variant.NO_PREFIX)
                    .build())
            .setKeyBytes(bytes)
            .build();
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
        .build();
  }

  private static String id(KeysetHandle.Entry entry) {
    return "%08x".formatted(entry.getId());
  }
}
