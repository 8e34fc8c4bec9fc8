package vn.ansinh.registration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.CodePurpose;
import vn.ansinh.accounts.CodeState;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.OneTimeCodes;
import vn.ansinh.accounts.Redeeming;
import vn.ansinh.accounts.Sending;
import vn.ansinh.platform.Secrets;

/**
 * The code by which an applicant shows that the e-mail address, or without one the phone, is theirs
 * (notice rule R6). A contact changed afterwards has to be confirmed anew.
 */
@Service
public class ContactConfirmation {

  private final DraftStore store;
  private final OneTimeCodes codes;
  private final Secrets secrets;

  ContactConfirmation(DraftStore store, OneTimeCodes codes, Secrets secrets) {
    this.store = store;
    this.codes = codes;
    this.secrets = secrets;
  }

  /** Where a code would go; empty while neither address nor phone is well formed. */
  @Transactional(readOnly = true)
  public Optional<Contact> contact(DraftId id) {
    return open(id).contact();
  }

  /** Whether the newest code went to the {@link #contact} as typed now. */
  @Transactional(readOnly = true)
  public boolean isSentToContact(DraftId id) {
    var draft = open(id);
    return draft
        .contact()
        .filter(it -> Arrays.equals(StoredDraft.proof(secrets, it), draft.codeSentTo()))
        .isPresent();
  }

  /**
   * @throws RegistrationException while there is no {@link #contact}
   */
  @Transactional
  public Sending send(DraftId id, String network) {
    var draft = open(id);
    var contact =
        draft.contact().orElseThrow(() -> new RegistrationException("a draft without a contact"));
    var language = Locale.of(draft.content().language());
    var sending =
        codes.send(CodePurpose.CONFIRM_DECLARATION, id.value(), contact, language, network);
    if (sending instanceof Sending.Sent) {
      store.saveCodeSentTo(id, StoredDraft.proof(secrets, contact));
    }
    return sending;
  }

  @Transactional
  public Redeeming redeem(DraftId id, String typed) {
    var redeeming = codes.redeem(CodePurpose.CONFIRM_DECLARATION, id.value(), typed);
    if (redeeming instanceof Redeeming.Accepted) {
      store.confirmContact(id);
    }
    return redeeming;
  }

  /** About the newest code; empty when none was sent or it is used up. */
  public Optional<CodeState> state(DraftId id) {
    return codes.state(CodePurpose.CONFIRM_DECLARATION, id.value());
  }

  private StoredDraft open(DraftId id) {
    return store.find(id).orElseThrow(() -> new RegistrationException("the draft is gone"));
  }
}
