package vn.ansinh.console.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Problems;

/**
 * Everything {@code console/account/account.jte} shows.
 *
 * @param roles in words
 */
public record AccountPage(
    String userName,
    String fullName,
    String office,
    String roles,
    List<Row> sessions,
    @Nullable String done,
    Problems problems) {

  /** One session. */
  public record Row(
      String path, String browser, String startedAt, String lastSeenAt, boolean present) {}

  public boolean others() {
    return sessions.size() > 1;
  }
}
