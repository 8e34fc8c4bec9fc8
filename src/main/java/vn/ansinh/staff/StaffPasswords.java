package vn.ansinh.staff;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.PasswordHashing;
import vn.ansinh.staff.SignInStep.Weakness;

/**
 * The officer's password: the one of one's own, or until then the one handed over. Hashed behind a
 * door of its own, so that a crowd of citizens signing in does not keep the staff out, nor the
 * other way round.
 */
@Component
class StaffPasswords {

  private static final int LONGEST_TYPED = 1_000;

  /** What comparing came to. */
  sealed interface Comparison {

    /** Right; the hash it was compared with. */
    record Right(String hash) implements Comparison {}

    record Wrong() implements Comparison {}

    /** No place was free in time. */
    record Busy() implements Comparison {}
  }

  private final SignInStore store;
  private final PasswordHashing hashing;
  private final Clock clock;

  StaffPasswords(SignInStore store, PasswordHashing hashing, Clock clock) {
    this.store = store;
    this.hashing = hashing.withOwnPlaces();
    this.clock = clock;
  }

  /** Costs the same whether or not there is such an officer. */
  Comparison compare(String userName, String typed) {
    var hash = store.credentials(userName).map(this::hashToMatch);
    var matches = hashing.tryMatches(cut(typed), hash.orElse(null));
    if (matches.isEmpty()) {
      return new Comparison.Busy();
    }
    return matches.get() && hash.isPresent()
        ? new Comparison.Right(hash.get())
        : new Comparison.Wrong();
  }

  boolean isStillTheFirst(Officer officer) {
    return store.firstPasswordHash(officer.id()).isPresent();
  }

  /** The hash to keep, why not, or neither when no place was free in time. */
  NewPassword prepare(String typed, Officer officer) {
    var weakness = PasswordRules.weaknessOf(typed, officer);
    if (weakness.isPresent()) {
      return new NewPassword.Weak(weakness.get());
    }
    var first = store.firstPasswordHash(officer.id());
    if (first.isPresent()) {
      var same = hashing.tryMatches(typed, first.get());
      if (same.isEmpty()) {
        return new NewPassword.Busy();
      }
      if (same.get()) {
        return new NewPassword.Weak(Weakness.SAME_AS_FIRST);
      }
    }
    return hashing
        .tryHash(typed)
        .<NewPassword>map(NewPassword.Ready::new)
        .orElseGet(NewPassword.Busy::new);
  }

  /** A password somebody is about to choose. */
  sealed interface NewPassword {

    record Ready(String hash) implements NewPassword {}

    record Weak(Weakness weakness) implements NewPassword {}

    record Busy() implements NewPassword {}
  }

  void set(Officer officer, String hash) {
    store.setPassword(officer.id(), hash, clock.instant());
  }

  /** Longer than any password can be; the rest would only cost time. */
  private static String cut(String typed) {
    return typed.length() > LONGEST_TYPED ? typed.substring(0, LONGEST_TYPED) : typed;
  }

  private @Nullable String hashToMatch(SignInStore.Credentials known) {
    if (known.passwordHash() != null) {
      return known.passwordHash();
    }
    var until = known.firstPasswordUntil();
    return until != null && until.isAfter(clock.instant()) ? known.firstPasswordHash() : null;
  }
}
