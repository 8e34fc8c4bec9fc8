package vn.ansinh.portal.signin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.accounts.Contact;
import vn.ansinh.identity.EmailAddresses;
import vn.ansinh.identity.IdentityDocuments;
import vn.ansinh.identity.NumberCheck;
import vn.ansinh.identity.Phones;

/**
 * What somebody typed who has forgotten the password.
 *
 * @param contact a phone or an e-mail address
 */
record RecoveryForm(@Nullable String userName, @Nullable String contact) {

  static final RecoveryForm EMPTY = new RecoveryForm("", "");
  private static final int LONGEST = 200;

  String typedName() {
    return userName == null || userName.length() > LONGEST ? "" : userName.strip();
  }

  String typedContact() {
    return contact == null || contact.length() > LONGEST ? "" : contact.strip();
  }

  boolean isNumber() {
    return IdentityDocuments.socialInsuranceNumber(typedName()) instanceof NumberCheck.Valid;
  }

  Optional<Contact> to() {
    return typedContact().contains("@")
        ? EmailAddresses.normalize(typedContact()).map(Contact::email)
        : Phones.normalize(typedContact()).map(Contact::phone);
  }

  @Override
  public String toString() {
    return "RecoveryForm";
  }
}
