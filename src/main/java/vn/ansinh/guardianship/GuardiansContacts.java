package vn.ansinh.guardianship;

import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Lending;
import vn.ansinh.platform.PersonId;

/** A child's account lives on a guardian's contact exactly as long as the guardian may act. */
@Component
class GuardiansContacts implements Lending {

  private final Guardianships guardianships;

  GuardiansContacts(Guardianships guardianships) {
    this.guardianships = guardianships;
  }

  @Override
  public boolean serves(PersonId child, PersonId guardian) {
    return guardianships.right(guardian, child).filter(it -> it.includes(Right.ACT)).isPresent();
  }
}
