package vn.ansinh.registration;

import org.springframework.stereotype.Component;
import vn.ansinh.consents.Consents;
import vn.ansinh.files.Files;

/**
 * Forgets a person: facts, photos, claims, consents, notes, what a correction changed, drafts of
 * corrections. What stays is the row with id, code, status, dates and office, the history without
 * its details, and the audit trail, none of which says who it was about but by an id.
 */
@Component
class Erasure {

  private final Claims claims;
  private final PhoneProofStore proofs;
  private final Files files;
  private final HistoryStore history;
  private final DraftStore drafts;
  private final Consents consents;

  Erasure(
      Claims claims,
      PhoneProofStore proofs,
      Files files,
      HistoryStore history,
      DraftStore drafts,
      Consents consents) {
    this.claims = claims;
    this.proofs = proofs;
    this.files = files;
    this.history = history;
    this.drafts = drafts;
    this.consents = consents;
  }

  /** Everything but the row itself, which the caller replaces. */
  void eraseAround(Declaration declaration) {
    claims.release(declaration);
    proofs.delete(declaration);
    declaration.photos().ids().forEach(files::erase);
    history.eraseDetails(declaration);
    consents.forget(declaration.id().value());
    for (var draft : drafts.lockCorrecting(declaration.id())) {
      erase(draft);
    }
  }

  void erase(StoredDraft draft) {
    draft.own().ids().forEach(files::erase);
    consents.forget(draft.id().value());
    drafts.delete(draft.id());
  }
}
