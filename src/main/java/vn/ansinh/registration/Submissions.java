package vn.ansinh.registration;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.Secrets;
import vn.ansinh.registration.Checking.Checked;
import vn.ansinh.registration.Submission.Accepted;
import vn.ansinh.registration.SubmissionKeyStore.Used;

/**
 * Submits a draft exactly once. The key of the page and the declaration commit together; the draft
 * is locked meanwhile, so a double click waits and then gets the same answer.
 */
@Component
class Submissions {

  private final SubmissionKeyStore keys;
  private final DraftStore drafts;
  private final DeclarationStore declarations;
  private final Checking checking;
  private final Filing filing;
  private final DeclaredConsents consents;
  private final Secrets secrets;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Submissions(
      SubmissionKeyStore keys,
      DraftStore drafts,
      DeclarationStore declarations,
      Checking checking,
      Filing filing,
      DeclaredConsents consents,
      Secrets secrets,
      TransactionTemplate transaction,
      Clock clock) {
    this.keys = keys;
    this.drafts = drafts;
    this.declarations = declarations;
    this.checking = checking;
    this.filing = filing;
    this.consents = consents;
    this.secrets = secrets;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * A connection cut while committing leaves open whether it was done: then the key is asked, and
   * only if it does not answer either the caller learns of the failure and may repeat.
   */
  Submission submit(DraftId draft, UUID key) {
    try {
      return transaction.execute(
          status -> {
            var answer = decided(draft, key);
            if (!(answer instanceof Accepted)) {
              status.setRollbackOnly();
            }
            return answer;
          });
    } catch (TransactionException | DataAccessException e) {
      return keys.find(key).map(it -> repeated(it, draft)).orElseThrow(() -> e);
    }
  }

  private Submission decided(DraftId id, UUID key) {
    var draft = drafts.lock(id).filter(it -> it.expiresAt().isAfter(clock.instant()));
    if (draft.isEmpty()) {
      return keys.find(key).map(it -> repeated(it, id)).orElseGet(Submission.Gone::new);
    }
    var before = draft.get().submittedAs();
    return before == null ? filed(draft.get(), key) : accepted(before);
  }

  private Submission filed(StoredDraft draft, UUID key) {
    var corrected = corrected(draft);
    if (draft.correcting() != null && corrected.isEmpty()) {
      return new Submission.Gone();
    }
    var id = corrected.map(Declaration::id).orElseGet(() -> new DeclarationId(Ids.next()));
    if (!keys.insert(key, new Used(draft.id(), id), clock.instant())) {
      return repeated(keys.find(key).orElseThrow(), draft.id());
    }
    var photos = corrected.map(Declaration::photos).orElse(Photos.NONE).overlaidBy(draft.own());
    var checked = checking.check(draft, photos);
    var facts = checked.facts();
    if (facts == null) {
      return incomplete(checked);
    }
    if (!draft.isContactConfirmed(secrets)) {
      return new Submission.NotConfirmed();
    }
    if (facts.socialInsuranceNumber().isEmpty()) {
      return new Submission.NumberNotFound();
    }
    consents.take(draft, id, facts);
    boolean phoneConfirmed = draft.isPhoneConfirmed(secrets);
    var answer =
        corrected
            .map(it -> filing.correct(it, facts, photos, phoneConfirmed))
            .orElseGet(() -> filing.file(id, facts, photos, phoneConfirmed));
    if (answer instanceof Accepted) {
      consents.prove(declarations.find(id).orElseThrow());
      drafts.spend(draft.id(), id);
    }
    return answer;
  }

  /** Locked, so that an officer or the last day cannot come between. */
  private Optional<Declaration> corrected(StoredDraft draft) {
    return Optional.ofNullable(draft.correcting())
        .flatMap(declarations::lock)
        .filter(it -> it.status() == DeclarationStatus.RETURNED);
  }

  private static Submission incomplete(Checked checked) {
    var problems = checked.completeness().problems();
    boolean onlyClosed =
        problems.stream()
            .allMatch(it -> it.field() == Field.OFFICE_CODE && it.code().equals("CLOSED"));
    return onlyClosed
        ? new Submission.OfficeClosed()
        : new Submission.Incomplete(checked.completeness().steps());
  }

  private Submission repeated(Used used, DraftId draft) {
    return used.draft().equals(draft) ? accepted(used.declaration()) : new Submission.KeyReused();
  }

  private Accepted accepted(DeclarationId id) {
    return filing.accepted(declarations.find(id).orElseThrow());
  }
}
