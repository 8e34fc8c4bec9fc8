package vn.ansinh.console.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything {@code console/admin/proposals.jte} shows. */
public record ProposalsPage(List<Row> rows, @Nullable String done, @Nullable String problem) {

  /**
   * One proposal.
   *
   * @param what in words
   * @param from office and roles now; absent where these do not change
   * @param to office and roles wanted
   * @param mine proposed by who looks: may be taken back, not confirmed
   * @param aboutMe may be neither
   */
  public record Row(
      String path,
      String what,
      String name,
      String userName,
      @Nullable String from,
      String to,
      String proposedBy,
      String proposedAt,
      String until,
      boolean mine,
      boolean aboutMe) {}
}
