package vn.ansinh.registration;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Channel;
import vn.ansinh.accounts.Claiming;
import vn.ansinh.accounts.CodePurpose;
import vn.ansinh.accounts.CodeState;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Contacts;
import vn.ansinh.accounts.OneTimeCodes;
import vn.ansinh.accounts.Redeeming;
import vn.ansinh.accounts.Sending;
import vn.ansinh.audit.Actor;
import vn.ansinh.audit.Audit;
import vn.ansinh.audit.Subject;
import vn.ansinh.identity.Phones;
import vn.ansinh.platform.Secrets;

/**
 * The second code, of those who gave an e-mail address: by it an applicant shows that the phone is
 * theirs as well, before or after submitting. Nobody has to; see ADR 8.
 */
@Service
public class PhoneConfirmation {

  /**
   * A phone waiting to be confirmed.
   *
   * @param subject the draft or the declaration that names it
   */
  public record Unconfirmed(UUID subject, Contact phone, Locale language) {}

  private final DraftStore drafts;
  private final DeclarationStore declarations;
  private final PhoneProofStore proofs;
  private final Contacts contacts;
  private final OneTimeCodes codes;
  private final Secrets secrets;
  private final Audit audit;

  PhoneConfirmation(
      DraftStore drafts,
      DeclarationStore declarations,
      PhoneProofStore proofs,
      Contacts contacts,
      OneTimeCodes codes,
      Secrets secrets,
      Audit audit) {
    this.drafts = drafts;
    this.declarations = declarations;
    this.proofs = proofs;
    this.contacts = contacts;
    this.codes = codes;
    this.secrets = secrets;
    this.audit = audit;
  }

  /** Empty when it is confirmed, is no phone, or has its turn as the only contact. */
  @Transactional(readOnly = true)
  public Optional<Unconfirmed> of(DraftId id) {
    return drafts
        .find(id)
        .filter(it -> it.submittedAs() == null && !it.isPhoneConfirmed(secrets))
        .filter(it -> it.contact().filter(to -> to.channel() == Channel.EMAIL).isPresent())
        .flatMap(PhoneConfirmation::unconfirmed);
  }

  /** Empty when it is confirmed, or the declaration is decided or erased. */
  @Transactional(readOnly = true)
  public Optional<Unconfirmed> of(DeclarationId id) {
    return declarations.find(id).flatMap(this::unconfirmed);
  }

  @Transactional
  public Sending send(Unconfirmed what, String network) {
    return codes.send(
        CodePurpose.CONFIRM_PHONE, what.subject(), what.phone(), what.language(), network);
  }

  /** About the newest code sent to this phone. */
  @Transactional(readOnly = true)
  public Optional<CodeState> state(Unconfirmed what) {
    return codes.state(CodePurpose.CONFIRM_PHONE, what.subject(), what.phone());
  }

  /** The phone is claimed with the submission only. */
  @Transactional
  public ConfirmingPhone redeem(DraftId id, String typed) {
    var draft = drafts.lock(id).filter(it -> it.submittedAs() == null);
    var what = draft.flatMap(PhoneConfirmation::unconfirmed);
    if (what.isEmpty()) {
      return new ConfirmingPhone.Gone();
    }
    var redeeming = redeem(what.get(), typed);
    if (!(redeeming instanceof Redeeming.Accepted)) {
      return new ConfirmingPhone.NotYet(redeeming);
    }
    drafts.confirmPhone(id, StoredDraft.proof(secrets, what.get().phone()));
    return new ConfirmingPhone.Confirmed();
  }

  @Transactional
  public ConfirmingPhone redeem(DeclarationId id, String typed) {
    var declaration = declarations.lock(id);
    var what = declaration.flatMap(this::unconfirmed);
    if (declaration.isEmpty() || what.isEmpty()) {
      return new ConfirmingPhone.Gone();
    }
    var redeeming = redeem(what.get(), typed);
    if (!(redeeming instanceof Redeeming.Accepted)) {
      return new ConfirmingPhone.NotYet(redeeming);
    }
    var person = declaration.get().person();
    var phone = what.get().phone().address();
    if (!(contacts.claim(person, phone, null) instanceof Claiming.Claimed)) {
      return new ConfirmingPhone.Taken();
    }
    proofs.put(declaration.get(), phone);
    audit.record(
        "PHONE_CONFIRMED", Actor.of(person), Subject.of("declaration", id.value(), person));
    return new ConfirmingPhone.Confirmed();
  }

  private Redeeming redeem(Unconfirmed what, String typed) {
    return codes.redeem(CodePurpose.CONFIRM_PHONE, what.subject(), what.phone(), typed);
  }

  private static Optional<Unconfirmed> unconfirmed(StoredDraft draft) {
    return Phones.normalize(draft.content().typed(Field.PHONE))
        .map(
            it ->
                new Unconfirmed(
                    draft.id().value(), Contact.phone(it), Locale.of(draft.content().language())));
  }

  private Optional<Unconfirmed> unconfirmed(Declaration it) {
    var facts = it.facts();
    return facts == null || !it.status().isOpen() || proofs.covers(it)
        ? Optional.empty()
        : Optional.of(
            new Unconfirmed(it.id().value(), Contact.phone(facts.phone()), it.language()));
  }
}
