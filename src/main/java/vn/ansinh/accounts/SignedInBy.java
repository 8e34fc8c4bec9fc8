package vn.ansinh.accounts;

import org.jspecify.annotations.Nullable;

/**
 * How somebody signed in, for the owner to see beside the device.
 *
 * @param provider name of an identity provider in the settings; absent for other means
 * @param level of assurance there; absent for other means
 */
public record SignedInBy(Means means, @Nullable String provider, @Nullable Integer level) {

  /** What was shown. */
  public enum Means {
    /** On a device that was known. */
    PASSWORD,
    PASSWORD_AND_CODE,
    PASSWORD_AND_APP,
    PASSWORD_AND_RECOVERY_CODE,
    /** One just chosen: the first, a changed one, or in the place of a forgotten one. */
    NEW_PASSWORD,
    PASSKEY,
    IDENTITY
  }

  public SignedInBy {
    if ((means == Means.IDENTITY) != (provider != null && level != null)) {
      throw new AccountsException("an identity has a provider and a level, nothing else has");
    }
  }

  public static SignedInBy of(Means means) {
    return new SignedInBy(means, null, null);
  }

  static SignedInBy passwordAnd(SecondFactors.Kind kind) {
    return of(
        switch (kind) {
          case APP -> Means.PASSWORD_AND_APP;
          case RECOVERY_CODE -> Means.PASSWORD_AND_RECOVERY_CODE;
        });
  }

  public static SignedInBy identity(String provider, int level) {
    return new SignedInBy(Means.IDENTITY, provider, level);
  }
}
