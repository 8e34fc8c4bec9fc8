package vn.ansinh.portal;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import vn.ansinh.accounts.CitizenSession;

/**
 * An insured person whose session is alive at this request; handlers get the session as principal.
 */
final class SignedIn extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;
  static final String PERSON = "PERSON";

  private final transient CitizenSession session;

  SignedIn(CitizenSession session) {
    super(List.of(new SimpleGrantedAuthority(PERSON)));
    this.session = session;
    setDetails(session.id());
    setAuthenticated(true);
  }

  @Override
  public CitizenSession getPrincipal() {
    return session;
  }

  /** Nothing is kept that could be sent again. */
  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return session.person().value().toString();
  }
}
