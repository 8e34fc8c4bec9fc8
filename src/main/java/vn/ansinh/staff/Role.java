package vn.ansinh.staff;

import java.util.Set;

/** What somebody is there for. Who has several roles may do what any of them may. */
public enum Role {
  /** The counter: receives papers, returns what is incomplete, asks people to come. */
  INTAKE(
      Permission.SEE_FILES,
      Permission.RECORD_PAPER,
      Permission.SEND_BACK,
      Permission.MOVE_FILES,
      Permission.RESEND,
      Permission.RECOVER),
  /** Decides. */
  REVIEWER(
      Permission.SEE_FILES,
      Permission.RECORD_PAPER,
      Permission.SEND_BACK,
      Permission.DECIDE,
      Permission.MOVE_FILES,
      Permission.RESEND,
      Permission.RECOVER),
  /** Decides, and shares out the work of others. */
  OFFICE_HEAD(
      Permission.SEE_FILES,
      Permission.RECORD_PAPER,
      Permission.SEND_BACK,
      Permission.DECIDE,
      Permission.MOVE_FILES,
      Permission.RESEND,
      Permission.RECOVER,
      Permission.SHARE_OUT),
  /** Keeps staff, offices and lists; sees no personal file. */
  ADMINISTRATOR(Permission.ADMINISTER);

  private final Set<Permission> permissions;

  Role(Permission... permissions) {
    this.permissions = Set.of(permissions);
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }
}
