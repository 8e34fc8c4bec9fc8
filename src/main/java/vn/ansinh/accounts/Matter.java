package vn.ansinh.accounts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.PersonId;

/**
 * What a code is about.
 *
 * @param subject codes of one subject stand beside each other, and wrong tries count against all
 * @param counted whose wrong tries of a day are counted together
 * @param holder of the account that is entered; absent for anything else
 * @param guarded whether it opens an account to a device the account does not know
 */
record Matter(
    CodePurpose purpose, UUID subject, String counted, @Nullable PersonId holder, boolean guarded) {

  private static final String GUARDED = "|guarded";

  static Matter of(CodePurpose purpose, UUID subject) {
    return new Matter(purpose, subject, subject.toString(), null, false);
  }

  /**
   * Each entry has codes of its own, and strangers are counted for themselves: who knows somebody's
   * password neither uses up the codes of the owner's devices nor sees anything of them.
   */
  static Matter entry(PendingEntry entry) {
    var person = entry.person();
    var counted = person.value() + (entry.guarded() ? GUARDED : "");
    return new Matter(CodePurpose.SIGN_IN, entry.id(), counted, person, entry.guarded());
  }

  static Matter recovery(UUID request, boolean guarded) {
    return new Matter(CodePurpose.RECOVER, request, request.toString(), null, guarded);
  }

  /** Whose codes of an hour are counted together. */
  String addressee(Contact to) {
    return guarded ? to.address() + GUARDED : to.address();
  }
}
