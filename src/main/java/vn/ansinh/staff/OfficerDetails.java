package vn.ansinh.staff;

import java.util.Set;

/** What an administrator says of an officer. */
public record OfficerDetails(String userName, String fullName, String officeCode, Set<Role> roles) {

  public OfficerDetails {
    roles = Set.copyOf(roles);
  }
}
