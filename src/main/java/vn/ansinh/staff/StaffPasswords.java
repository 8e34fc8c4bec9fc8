package vn.ansinh.staff;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.PasswordHashing;
import vn.ansinh.staff.SignInStep.Weakness;

/** The officer's password: the one of one's own, or until then the one handed over. */
@Component
class StaffPasswords {

  private final SignInStore store;
  private final PasswordHashing hashing;
  private final Clock clock;

  StaffPasswords(SignInStore store, PasswordHashing hashing, Clock clock) {
    this.store = store;
    this.hashing = hashing;
    this.clock = clock;
  }

  /** Costs the same whether or not there is such an officer. */
  boolean isRight(String userName, String typed) {
    return store
        .credentials(userName)
        .map(this::hashToMatch)
        .map(it -> hashing.matches(typed, it))
        .orElseGet(() -> hashing.matchesNobody(typed));
  }

  boolean isStillTheFirst(Officer officer) {
    return store.firstPasswordHash(officer.id()).isPresent();
  }

  Optional<Weakness> weaknessOf(String typed, Officer officer) {
    return PasswordRules.weaknessOf(typed, officer)
        .or(
            () ->
                store
                    .firstPasswordHash(officer.id())
                    .filter(it -> hashing.matches(typed, it))
                    .map(_ -> Weakness.SAME_AS_FIRST));
  }

  String hash(String password) {
    return hashing.hash(password);
  }

  void set(Officer officer, String hash) {
    store.setPassword(officer.id(), hash, clock.instant());
  }

  private @Nullable String hashToMatch(SignInStore.Credentials known) {
    if (known.passwordHash() != null) {
      return known.passwordHash();
    }
    var until = known.firstPasswordUntil();
    return until != null && until.isAfter(clock.instant()) ? known.firstPasswordHash() : null;
  }
}
