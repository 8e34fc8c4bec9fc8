package vn.ansinh.staff;

import java.util.Set;
import vn.ansinh.platform.OfficerId;

/**
 * A member of staff.
 *
 * @param officeCode where the officer works: sees that office and all below it
 */
public record Officer(
    OfficerId id,
    String userName,
    String fullName,
    String officeCode,
    Set<Role> roles,
    boolean active,
    boolean totpEnrolled) {

  public Officer {
    roles = Set.copyOf(roles);
  }

  public boolean may(Permission permission) {
    return active && roles.stream().anyMatch(it -> it.may(permission));
  }
}
