package vn.ansinh.registration;

import org.jspecify.annotations.Nullable;

/**
 * Item 11 of Form 01: where the person transacts.
 *
 * @param ivanCode of the list of I-VAN providers; absent for the agency's own portal
 */
public record TransactionPlace(@Nullable String ivanCode) {

  public static final TransactionPlace PORTAL = new TransactionPlace(null);

  public boolean isPortal() {
    return ivanCode == null;
  }
}
