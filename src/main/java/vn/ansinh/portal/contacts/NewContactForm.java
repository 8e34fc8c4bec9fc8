package vn.ansinh.portal.contacts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Contact;
import vn.ansinh.identity.EmailAddresses;
import vn.ansinh.identity.Phones;

/** The password in use, never shown again, and the new contact as typed. */
record NewContactForm(@Nullable String inUse, @Nullable String contact) {

  static final NewContactForm EMPTY = new NewContactForm("", "");
  private static final int LONGEST = 254;

  String typedInUse() {
    return inUse == null ? "" : inUse;
  }

  String typedContact() {
    return contact == null || contact.length() > LONGEST ? "" : contact.strip();
  }

  Optional<Contact> wanted(Channel channel) {
    return switch (channel) {
      case SMS -> Phones.normalize(typedContact()).map(Contact::phone);
      case EMAIL -> EmailAddresses.normalize(typedContact()).map(Contact::email);
    };
  }

  @Override
  public String toString() {
    return "NewContactForm";
  }
}
