package vn.ansinh.portal;

import vn.ansinh.accounts.Contact;
import vn.ansinh.identity.EmailAddresses;
import vn.ansinh.identity.Phones;

/** A contact as its owner knows it again and nobody else learns it. */
public final class Masked {

  private Masked() {}

  public static String of(Contact contact) {
    return switch (contact.channel()) {
      case EMAIL -> EmailAddresses.masked(contact.address());
      case SMS -> Phones.masked(contact.address());
    };
  }
}
