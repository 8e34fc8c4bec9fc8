package vn.ansinh.portal;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.accounts.CodeState;
import vn.ansinh.platform.VietnamTime;

/**
 * Until when a code is good and from when on a next one may be asked for.
 *
 * @param expires absent until the code has been handed over
 */
public record CodeClock(@Nullable Instant expires, @Nullable Instant resend, Instant now) {

  public static CodeClock of(Optional<CodeState> state, Instant now) {
    return new CodeClock(
        state.filter(it -> it.handedOffAt() != null).map(CodeState::expiresAt).orElse(null),
        state.map(CodeState::resendFrom).orElse(null),
        now);
  }

  public @Nullable String expiresAt() {
    return expires == null ? null : VietnamTime.showTime(expires);
  }

  public boolean expired() {
    return expires != null && !expires.isAfter(now);
  }

  public String expiresAtMillis() {
    return expires == null ? "0" : String.valueOf(expires.toEpochMilli());
  }

  public boolean resendWaits() {
    return resend != null && resend.isAfter(now);
  }

  public String resendFrom() {
    return resend == null ? "" : VietnamTime.showTime(resend);
  }

  public String resendFromMillis() {
    return resend == null ? "0" : String.valueOf(resend.toEpochMilli());
  }

  public String nowMillis() {
    return String.valueOf(now.toEpochMilli());
  }
}
