package vn.ansinh.review;

import java.util.List;
import vn.ansinh.staff.Permission;

/**
 * What an officer wants to do with a file.
 *
 * @param version of the declaration the officer saw
 * @param reasons codes; at least one unless it is an approval
 * @param note added to the notice in the officer's own words; may be empty
 */
public record Decision(Kind kind, int version, List<String> reasons, String note) {

  public Decision {
    reasons = List.copyOf(reasons);
  }

  /** The four ways a look at a file ends. */
  public enum Kind {
    APPROVE(Permission.DECIDE),
    RETURN(Permission.SEND_BACK),
    ASK_TO_COME(Permission.SEND_BACK),
    REJECT(Permission.DECIDE);

    private final Permission permission;

    Kind(Permission permission) {
      this.permission = permission;
    }

    public Permission permission() {
      return permission;
    }

    public boolean needsReason() {
      return this != APPROVE;
    }

    /** Which reasons explain it; never asked of an approval. */
    public ReasonKind reasons() {
      return switch (this) {
        case RETURN -> ReasonKind.RETURN;
        case ASK_TO_COME -> ReasonKind.ASK_TO_COME;
        case REJECT -> ReasonKind.REJECT;
        case APPROVE -> throw new IllegalStateException("an approval has no reasons");
      };
    }
  }
}
