package vn.ansinh.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.Secrets;

/**
 * Where an account's messages go, under seal and bound to the account, and the keyed hashes by
 * which the holder of a phone or an address is found (ADR 15).
 */
@Component
class SealedContacts {

  private final Secrets secrets;
  private final JsonMapper json;

  SealedContacts(Secrets secrets, JsonMapper json) {
    this.secrets = secrets;
    this.json = json;
  }

  /** Of one account. */
  record Addresses(String userName, @Nullable String phone, @Nullable String email) {}

  byte[] seal(PersonId person, Addresses addresses) {
    return secrets.seal(json.writeValueAsBytes(addresses), context(person));
  }

  Addresses open(PersonId person, byte[] sealed) {
    return json.readValue(secrets.open(sealed, context(person)), Addresses.class);
  }

  byte[] sealWanted(PersonId person, String address) {
    return secrets.seal(address, wantedContext(person));
  }

  String openWanted(PersonId person, byte[] sealed) {
    return secrets.openText(sealed, wantedContext(person));
  }

  byte[] hashOfPhone(String phone) {
    return secrets.hash("accounts.phone", phone);
  }

  byte[] hashOfEmail(String email) {
    return secrets.hash("accounts.email", email);
  }

  private static String wantedContext(PersonId person) {
    return "accounts.contact_change.wanted." + person.value();
  }

  private static String context(PersonId person) {
    return "accounts.account.addresses." + person.value();
  }
}
