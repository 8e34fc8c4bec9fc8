package vn.ansinh.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.platform.Secrets;

/**
 * What the register keeps under seal, and the keyed hashes by which it is found again (ADR 15).
 * Each value is bound to its row: moved to another it does not open.
 */
@Component
class SealedPeople {

  private final Secrets secrets;
  private final JsonMapper json;

  SealedPeople(Secrets secrets, JsonMapper json) {
    this.secrets = secrets;
    this.json = json;
  }

  /** One seal for a row's values: a fraction of the work and of the room. */
  record Particulars(
      @Nullable String number,
      @Nullable String personalId,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String street,
      @Nullable String contactPerson) {

    static Particulars of(NewPerson person) {
      return new Particulars(
          person.socialInsuranceNumber(),
          person.personalId(),
          person.phone(),
          person.email(),
          street(person.address()),
          null);
    }

    static Particulars of(Person person) {
      return new Particulars(
          person.socialInsuranceNumber(),
          person.personalId(),
          person.phone(),
          person.email(),
          street(person.address()),
          person.contactPerson());
    }

    private static @Nullable String street(@Nullable Address address) {
      return address == null ? null : address.street();
    }
  }

  /** One of the two values of a change. */
  enum Side {
    OLD_VALUE("old_value"),
    NEW_VALUE("new_value");

    final String column;

    Side(String column) {
      this.column = column;
    }
  }

  byte[] seal(UUID person, Particulars particulars) {
    return secrets.seal(json.writeValueAsBytes(particulars), particulars(person));
  }

  Particulars open(UUID person, byte[] sealed) {
    return json.readValue(secrets.open(sealed, particulars(person)), Particulars.class);
  }

  byte[] sealPaper(UUID person, PaperKind kind, String number) {
    return secrets.seal(number, paper(person, kind));
  }

  String openPaper(UUID person, PaperKind kind, byte[] sealed) {
    return secrets.openText(sealed, paper(person, kind));
  }

  byte @Nullable [] sealChange(
      Side side, UUID person, UUID change, String field, @Nullable String value) {
    return value == null ? null : secrets.seal(value, change(side, person, change, field));
  }

  @Nullable String openChange(
      Side side, UUID person, UUID change, String field, byte @Nullable [] sealed) {
    return sealed == null ? null : secrets.openText(sealed, change(side, person, change, field));
  }

  byte[] hashOfNumber(String socialInsuranceNumber) {
    return secrets.hash("people.social_insurance_number", socialInsuranceNumber);
  }

  byte[] hashOfPersonalId(String personalId) {
    return secrets.hash("people.personal_id", personalId);
  }

  byte[] hashOfPaper(String number) {
    return secrets.hash("people.paper", number);
  }

  private static String particulars(UUID person) {
    return "people.person.particulars." + person;
  }

  private static String paper(UUID person, PaperKind kind) {
    return "people.paper.number." + person + "." + kind;
  }

  private static String change(Side side, UUID person, UUID change, String field) {
    return "people.person_change." + side.column + "." + person + "." + change + "." + field;
  }
}
