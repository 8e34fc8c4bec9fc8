package vn.ansinh.platform;

import java.security.GeneralSecurityException;

/**
 * The keys behind {@link Secrets}, which is what everybody uses; module {@code keys} holds them.
 * Thread-safe. May ask the database, within the caller's transaction.
 */
public interface KeyRing {

  /** Under the newest data key. */
  byte[] seal(byte[] plain, byte[] context);

  /**
   * Under whichever data key it lies.
   *
   * @throws GeneralSecurityException when it was altered, belongs elsewhere or its key is gone
   */
  byte[] open(byte[] sealed, byte[] context) throws GeneralSecurityException;

  /** The id of the data key that seals now, on any node. */
  String newest();

  /** HMAC-SHA-256 under a key that stays for the life of the installation. */
  byte[] mac(byte[] message);
}
