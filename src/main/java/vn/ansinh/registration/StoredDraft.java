package vn.ansinh.registration;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.accounts.Contact;
import vn.ansinh.identity.EmailAddresses;
import vn.ansinh.identity.Phones;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.Secrets;

/**
 * A draft with what only the server knows of it: whole numbers found, and keyed hashes of what was
 * confirmed, which stop to fit as soon as what they vouch for is changed.
 *
 * @param own pictures uploaded to this draft
 */
@SuppressWarnings("ArrayRecordComponent") // hashes, compared by content below
record StoredDraft(
    DraftId id,
    DraftContent content,
    List<Found> found,
    Photos own,
    byte @Nullable [] codeSentTo,
    byte @Nullable [] confirmedContact,
    byte @Nullable [] confirmedPhone,
    byte @Nullable [] verifiedFacts,
    @Nullable DeclarationId correcting,
    @Nullable DeclarationId submittedAs,
    Instant expiresAt) {

  /**
   * What a look-up offers.
   *
   * @param number empty if nobody was found
   * @param shown the mask shown nevertheless; absent if somebody was found
   */
  record Found(String token, String number, @Nullable String shown) {

    /** Of one length, whichever of the two numbers a person has. */
    String masked() {
      return shown != null ? shown : MaskedNumber.ofTen(number);
    }
  }

  static StoredDraft empty(DraftId id, Instant expiresAt) {
    return new StoredDraft(
        id,
        DraftContent.empty("vi"),
        List.of(),
        Photos.NONE,
        null,
        null,
        null,
        null,
        null,
        null,
        expiresAt);
  }

  /**
   * With everything declared before, and with what was confirmed for it then.
   *
   * @param mayMail whether the consent to have the form by e-mail stands; one withdrawn is not
   *     given anew by what was ticked then
   * @param mayAsk whether the consent to ask the population registry stands; shown ticked, so that
   *     no tick is a withdrawal
   */
  static StoredDraft correcting(
      Declaration declaration,
      boolean phoneConfirmed,
      boolean mayMail,
      boolean mayAsk,
      Secrets secrets,
      Instant expiresAt) {
    var facts = declaration.facts();
    if (facts == null) {
      throw new RegistrationException("an erased declaration cannot be corrected");
    }
    var written = FactsRecord.of(facts);
    var typed = new EnumMap<>(written.fields());
    typed.put(Field.OFFICE_CODE, declaration.officeCode());
    if (!mayMail) {
      typed.remove(Field.RECEIVES_BY_EMAIL);
    }
    if (mayAsk) {
      typed.put(Field.ASKS_REGISTRY, "true");
    }
    var found = List.<Found>of();
    if (facts.numberHidden()) {
      found = List.of(new Found(Secrets.token(16), facts.socialInsuranceNumber(), null));
      typed.remove(Field.NUMBER);
      typed.put(Field.CANDIDATE, found.getFirst().token());
    }
    var draft =
        new StoredDraft(
            new DraftId(Ids.next()),
            new DraftContent(Step.REVIEW, written.language(), typed),
            found,
            Photos.NONE,
            null,
            null,
            phoneConfirmed ? proof(secrets, Contact.phone(facts.phone())) : null,
            null,
            declaration.id(),
            null,
            expiresAt);
    return draft.confirmed(secrets, facts.verifiedByPopulationRegistry());
  }

  private StoredDraft confirmed(Secrets secrets, boolean verified) {
    return new StoredDraft(
        id,
        content,
        found,
        own,
        codeSentTo,
        contact().map(it -> proof(secrets, it)).orElse(null),
        confirmedPhone,
        verified ? identityProof(secrets) : null,
        correcting,
        submittedAs,
        expiresAt);
  }

  /** Codes go by e-mail, by SMS when no e-mail address is given. */
  Optional<Contact> contact() {
    return EmailAddresses.normalize(content.typed(Field.EMAIL))
        .map(Contact::email)
        .or(() -> Phones.normalize(content.typed(Field.PHONE)).map(Contact::phone));
  }

  boolean isContactConfirmed(Secrets secrets) {
    return confirmedContact != null
        && contact().filter(it -> Arrays.equals(proof(secrets, it), confirmedContact)).isPresent();
  }

  /** By the code every registration asks for when there is no e-mail address, else by a second. */
  boolean isPhoneConfirmed(Secrets secrets) {
    return Phones.normalize(content.typed(Field.PHONE))
        .map(it -> proof(secrets, Contact.phone(it)))
        .filter(it -> Arrays.equals(it, confirmedContact) || Arrays.equals(it, confirmedPhone))
        .isPresent();
  }

  boolean isVerified(Secrets secrets) {
    return verifiedFacts != null && Arrays.equals(identityProof(secrets), verifiedFacts);
  }

  static byte[] proof(Secrets secrets, Contact contact) {
    return secrets.hash("draft-contact", contact.channel() + ":" + contact.address());
  }

  byte[] identityProof(Secrets secrets) {
    var typed =
        Stream.of(Field.PAPER_KIND, Field.PAPER_NUMBER, Field.FULL_NAME, Field.BIRTH_DATE)
            .map(content::typed)
            .toList();
    return secrets.hash("draft-identity", String.join("\n", typed));
  }

  Draft shown(Secrets secrets, Photos corrected) {
    return new Draft(
        id,
        content,
        corrected.overlaidBy(own),
        found.stream().map(it -> new Draft.Candidate(it.token(), it.masked())).toList(),
        isVerified(secrets),
        isContactConfirmed(secrets),
        isPhoneConfirmed(secrets),
        correcting,
        submittedAs,
        expiresAt);
  }
}
