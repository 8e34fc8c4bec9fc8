package vn.ansinh.platform;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id (19 MiB, two passes, one lane) over the NFKC form of a password. Every hash costs memory
 * and tens of milliseconds, so no more run at once than there are processors: a flood of sign-ins
 * waits here instead of exhausting the heap. Thread-safe.
 */
@Component
public final class PasswordHashing {

  private static final int LONGEST_WAIT_SECONDS = 3;
  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final int PASSES = 2;

  private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
  private final Argon2PasswordEncoder encoder;
  private final String nobodys;

  public PasswordHashing() {
    this(19_456);
  }

  /** For tests that are not about guessing; nothing configures it. */
  PasswordHashing(int kibibytes) {
    this.encoder = new Argon2PasswordEncoder(SALT, HASH, 1, kibibytes, PASSES);
    this.nobodys = nobodys(kibibytes);
  }

  /** Of no password that is known, and no time is spent on one. */
  static String nobodys(int kibibytes) {
    var random = new SecureRandom();
    var salt = new byte[SALT];
    var hash = new byte[HASH];
    random.nextBytes(salt);
    random.nextBytes(hash);
    var base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(kibibytes, PASSES, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  private PasswordHashing(PasswordHashing other) {
    this.encoder = other.encoder;
    this.nobodys = other.nobodys;
  }

  /** The same hashing behind a door of its own: a crowd at one does not close the other. */
  public PasswordHashing withOwnPlaces() {
    return new PasswordHashing(this);
  }

  public String hash(String password) {
    places.acquireUninterruptibly();
    try {
      return encoder.encode(normalized(password));
    } finally {
      places.release();
    }
  }

  /** As {@link #hash}, but gives up when no place is free within three seconds. */
  public Optional<String> tryHash(String password) {
    return soon(() -> encoder.encode(normalized(password)));
  }

  /**
   * Whether the password is the one hashed; empty when no place is free within three seconds.
   *
   * @param hash absent for names that nobody has: the cost is the same and the answer never true
   */
  public Optional<Boolean> tryMatches(String typed, @Nullable String hash) {
    return soon(
        () -> encoder.matches(normalized(typed), hash == null ? nobodys : hash) && hash != null);
  }

  private <T> Optional<T> soon(Supplier<T> work) {
    try {
      if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      places.release();
    }
  }

  /** Half a surrogate pair, which the encoder refuses, becomes a question mark. */
  private static String normalized(String password) {
    var whole = new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return Normalizer.normalize(whole, Normalizer.Form.NFKC);
  }
}
