package vn.ansinh.portal.contacts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of an account.
 *
 * @param waiting a change that takes effect by itself; absent when none does
 * @param notice what just happened, a key under {@code contacts.notice}
 */
public record ContactsPage(List<Row> rows, @Nullable Waiting waiting, @Nullable String notice) {

  /** What is no success: said in the colour of care. */
  public boolean isProblem() {
    return notice != null && (notice.startsWith("taken") || notice.equals("over"));
  }

  /**
   * One contact.
   *
   * @param kind as in addresses and message keys: {@code phone} or {@code email}
   * @param value as its owner writes it; absent when the account has none
   */
  public record Row(String kind, @Nullable String value, boolean changeable) {}

  /**
   * A change under the brake.
   *
   * @param wanted the new contact, masked
   */
  public record Waiting(String kind, String wanted, String takesEffectAt) {}
}
