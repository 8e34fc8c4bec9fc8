package vn.ansinh.registration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.accounts.Contact;
import vn.ansinh.files.FileId;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PersonId;

/**
 * The face of declarations: submit, find, decide, end. Of any number of simultaneous callers of a
 * verb one succeeds; the others are told where the declaration stands. The verbs of officers do not
 * ask who may: the desk does, before it calls.
 *
 * <p>Verbs that decide about what an officer saw take the version seen, so that nobody decides
 * about data that have changed since.
 */
@Service
public class Declarations {

  private final Submissions submissions;
  private final Lookups lookups;
  private final Decisions decisions;
  private final Endings endings;
  private final Prints prints;

  Declarations(
      Submissions submissions,
      Lookups lookups,
      Decisions decisions,
      Endings endings,
      Prints prints) {
    this.submissions = submissions;
    this.lookups = lookups;
    this.decisions = decisions;
    this.endings = endings;
    this.prints = prints;
  }

  /**
   * Submits a draft, or the correction of a returned declaration, exactly once however often it is
   * called. Durable when it answers {@link Submission.Accepted}. Not to be called in a transaction.
   *
   * @param idempotencyKey made with the page that submits, the same for every repetition
   */
  public Submission submit(DraftId draft, UUID idempotencyKey) {
    return submissions.submit(draft, idempotencyKey);
  }

  @Transactional(readOnly = true)
  public Optional<Declaration> find(DeclarationId id) {
    return lookups.find(id);
  }

  /** For staff: a code alone opens nothing for anybody else. */
  @Transactional(readOnly = true)
  public Optional<Declaration> byCode(DeclarationCode code) {
    return lookups.byCode(code);
  }

  @Transactional(readOnly = true)
  public Optional<Declaration> byStatusSecret(String secret) {
    return lookups.bySecret(secret);
  }

  /**
   * Empty alike for an unknown code, another's contact, a phone that was never confirmed and erased
   * data.
   *
   * @param contact normalised: the phone or the e-mail address declared
   */
  @Transactional(readOnly = true)
  public Optional<Declaration> byCodeAndContact(DeclarationCode code, Contact contact) {
    return lookups.byCodeAndContact(code, contact);
  }

  /**
   * As an officer compared and approved it; empty for somebody whose papers were seen at a desk.
   */
  @Transactional(readOnly = true)
  public Optional<FileId> portrait(PersonId person) {
    return lookups.portrait(person);
  }

  /** What officers decided to be theirs; a declaration nobody decided about is nobody's. */
  @Transactional(readOnly = true)
  public List<Approved> approvedOf(PersonId person) {
    return lookups.approvedOf(person);
  }

  /** In no particular order; unknown ids are left out. */
  @Transactional(readOnly = true)
  public List<DeclarationSummary> summaries(Collection<DeclarationId> ids) {
    return lookups.summaries(ids);
  }

  /** The oldest first. */
  @Transactional(readOnly = true)
  public List<DeclarationEvent> history(DeclarationId id) {
    return lookups.history(id);
  }

  /** Empty once erased. */
  @Transactional(readOnly = true)
  public Optional<Recipient> recipient(DeclarationId id) {
    return lookups.recipient(id);
  }

  /** Whether photos are still to be made safe, without which Form 01 is not whole. */
  public boolean awaitsPhotos(DeclarationId id) {
    return prints.awaitsPhotos(id);
  }

  /** Form 01 as PDF; the same bytes as long as nothing changes. Empty once erased. */
  public Optional<byte[]> form01(DeclarationId id) {
    return prints.form01(id);
  }

  /** The signed papers, or the applicant, have come to the office. */
  @Transactional
  public Outcome recordPaperReceipt(DeclarationId id, OfficerId by) {
    return decisions.recordPaperReceipt(id, by);
  }

  @Transactional
  public Outcome startReview(DeclarationId id, OfficerId by) {
    return decisions.startReview(id, by);
  }

  /** Undecided, for a colleague. */
  @Transactional
  public Outcome giveBack(DeclarationId id, OfficerId by) {
    return decisions.giveBack(id, by);
  }

  /**
   * Opens the account in the same transaction.
   *
   * @param matched the register's person whose declaration it is
   */
  @Transactional
  public Outcome approve(DeclarationId id, int seenVersion, OfficerId by, PersonId matched) {
    return decisions.approve(id, seenVersion, by, matched);
  }

  /** The applicant may correct and resubmit within ten days. */
  @Transactional
  public Outcome returnForCorrection(
      DeclarationId id,
      int seenVersion,
      OfficerId by,
      List<String> reasonCodes,
      @Nullable String note) {
    return decisions.returnForCorrection(id, seenVersion, by, reasonCodes, note);
  }

  /** The applicant is to come with the original papers within ten days. */
  @Transactional
  public Outcome askToCome(
      DeclarationId id,
      int seenVersion,
      OfficerId by,
      List<String> reasonCodes,
      @Nullable String note) {
    return decisions.askToCome(id, seenVersion, by, reasonCodes, note);
  }

  /** Ends it; phone, e-mail and number are free again at once. */
  @Transactional
  public Outcome reject(
      DeclarationId id,
      int seenVersion,
      OfficerId by,
      List<String> reasonCodes,
      @Nullable String note) {
    return decisions.reject(id, seenVersion, by, reasonCodes, note);
  }

  /** To another office, which begins anew. */
  @Transactional
  public Outcome moveTo(DeclarationId id, String officeCode, OfficerId by) {
    return decisions.moveTo(id, officeCode, by);
  }

  /** By the applicant, as long as it is open; everything personal is erased with it. */
  @Transactional
  public Outcome withdraw(DeclarationId id) {
    return endings.withdraw(id);
  }
}
