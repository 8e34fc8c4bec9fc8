package vn.ansinh.console.recovery;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.accounts.Contact;
import vn.ansinh.identity.EmailAddresses;
import vn.ansinh.identity.Phones;
import vn.ansinh.review.SeenPaper;

/** What an officer notes at the counter. */
record AccountRecoveryForm(
    @Nullable UUID person,
    @Nullable String number,
    @Nullable String paper,
    @Nullable Boolean checked,
    @Nullable String contact) {

  static final AccountRecoveryForm EMPTY = new AccountRecoveryForm(null, "", null, null, "");
  private static final int LONGEST = 254;

  String typedNumber() {
    return number == null || number.length() > LONGEST ? "" : number.strip();
  }

  String typedContact() {
    return contact == null || contact.length() > LONGEST ? "" : contact.strip();
  }

  Optional<SeenPaper> seen() {
    return Arrays.stream(SeenPaper.values()).filter(it -> it.name().equals(paper)).findFirst();
  }

  boolean isChecked() {
    return Boolean.TRUE.equals(checked);
  }

  Optional<Contact> to() {
    return typedContact().contains("@")
        ? EmailAddresses.normalize(typedContact()).map(Contact::email)
        : Phones.normalize(typedContact()).map(Contact::phone);
  }

  @Override
  public String toString() {
    return "AccountRecoveryForm";
  }
}
