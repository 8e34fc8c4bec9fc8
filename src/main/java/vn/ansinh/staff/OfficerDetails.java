package vn.ansinh.staff;

import java.util.Set;

/** What an administrator says of an officer. */
public record OfficerDetails(String userName, String fullName, String officeCode, Set<Role> roles) {

  public OfficerDetails {
    roles = Set.copyOf(roles);
  }

  /** As they are. */
  public static OfficerDetails of(Officer officer) {
    return new OfficerDetails(
        officer.userName(), officer.fullName(), officer.officeCode(), officer.roles());
  }
}
