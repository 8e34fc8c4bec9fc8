package vn.ansinh.portal.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.web.Problems;

/** Everything {@code portal/registration/code.jte} shows. */
public record CodePage(
    Wizard wizard,
    boolean byEmail,
    String maskedContact,
    @Nullable Instant expires,
    @Nullable Instant resend,
    Instant now,
    @Nullable String notice,
    @Nullable String refused,
    Problems problems) {

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
