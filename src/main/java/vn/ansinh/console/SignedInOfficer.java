package vn.ansinh.console;

import java.util.Arrays;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/** An officer whose session is alive at this request; handlers get the officer as principal. */
final class SignedInOfficer extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Officer officer;

  /** Of the cookie only the session's id is kept, which proves nothing. */
  SignedInOfficer(Officer officer, String cookie) {
    super(
        Arrays.stream(Permission.values())
            .filter(officer::may)
            .map(it -> new SimpleGrantedAuthority(it.name()))
            .toList());
    this.officer = officer;
    setDetails(cookie.substring(0, cookie.indexOf('.')));
    setAuthenticated(true);
  }

  @Override
  public Officer getPrincipal() {
    return officer;
  }

  /** Nothing is kept that could be sent again. */
  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return officer.fullName();
  }
}
