package vn.ansinh.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;
import vn.ansinh.files.FileId;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.files.Upload;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.Secrets;

/**
 * Registrations being filled in, each opened by a secret of its own and kept for seven days after
 * the last change.
 */
@Service
public class Drafts {

  /**
   * @param secret for the link and the cookie; only its hash is kept
   */
  public record NewDraft(DraftId id, String secret) {}

  private final DraftStore store;
  private final DeclarationStore declarations;
  private final PhoneProofStore proofs;
  private final Checking checking;
  private final Files files;
  private final Consents consents;
  private final Secrets secrets;
  private final RegistrationSettings settings;
  private final Clock clock;

  Drafts(
      DraftStore store,
      DeclarationStore declarations,
      PhoneProofStore proofs,
      Checking checking,
      Files files,
      Consents consents,
      Secrets secrets,
      RegistrationSettings settings,
      Clock clock) {
    this.store = store;
    this.declarations = declarations;
    this.proofs = proofs;
    this.checking = checking;
    this.files = files;
    this.consents = consents;
    this.secrets = secrets;
    this.settings = settings;
    this.clock = clock;
  }

  @Transactional
  public NewDraft start() {
    return insert(StoredDraft.empty(new DraftId(Ids.next()), expiry()));
  }

  /**
   * A draft of a returned declaration with everything prefilled, to be submitted like any other.
   * Its contact counts as confirmed until it is changed.
   */
  @Transactional
  public Optional<NewDraft> correct(DeclarationId id) {
    return declarations
        .find(id)
        .filter(it -> it.status() == DeclarationStatus.RETURNED)
        .map(
            it ->
                insert(
                    StoredDraft.correcting(
                        it,
                        proofs.covers(it),
                        stands(id, Purpose.FORM_BY_EMAIL),
                        stands(id, Purpose.POPULATION_REGISTRY),
                        secrets,
                        expiry())));
  }

  /** Empty when the secret opens nothing, or nothing any more. */
  @Transactional(readOnly = true)
  public Optional<Draft> find(String secret) {
    return store.find(hash(secret), clock.instant()).map(this::shown);
  }

  /** The last word counts; nothing happens once submitted. */
  @Transactional
  public void save(DraftId id, DraftContent content) {
    store.save(id, content, expiry());
    store.find(id).ifPresent(it -> files.keepUntil(it.own().ids(), it.expiresAt()));
  }

  /**
   * Judges a photo by its header and takes it in, in one durable step; one it replaces is erased.
   * Whether it can be kept shows a moment later: see {@link Files#safety}.
   */
  @Transactional
  public Upload addPhoto(DraftId id, FileKind kind, byte[] original) {
    var draft = open(id);
    var upload = files.store(id.value(), kind, original);
    if (upload instanceof Upload.Stored(var photo)) {
      put(draft, kind, photo);
    }
    return upload;
  }

  /** A quarter turn clockwise; the turned photo replaces the other. */
  @Transactional
  public Upload rotatePhoto(DraftId id, FileKind kind) {
    var draft = open(id);
    var photo = shown(draft).photos().of(kind);
    if (photo == null) {
      return new Upload.Refused(Upload.Reason.EMPTY);
    }
    var upload = files.rotate(photo, 1);
    if (upload instanceof Upload.Stored(var turned)) {
      put(draft, kind, turned);
    }
    return upload;
  }

  /** Of a correction the declaration's own picture shows again. */
  @Transactional
  public void removePhoto(DraftId id, FileKind kind) {
    eraseOwn(open(id), kind);
    store.deletePhoto(id, kind);
  }

  /** What is missing, wrong or doubtful. Changes nothing. */
  @Transactional(readOnly = true)
  public Completeness check(DraftId id) {
    var draft = store.find(id).orElseThrow(Drafts::gone);
    return checking.check(draft, shown(draft).photos()).completeness();
  }

  /**
   * Takes back what was agreed to on the way, and what was agreed to for the declaration that is
   * corrected: at once, for nobody knows whether the correction is ever sent.
   */
  @Transactional
  public void takeBack(Draft draft, Purpose purpose, Said said) {
    consents.withdrawUnsigned(draft.id().value(), purpose, said);
    var corrected = draft.correcting();
    if (corrected != null) {
      consents.withdrawUnsigned(corrected.value(), purpose, said);
    }
  }

  private boolean stands(DeclarationId id, Purpose purpose) {
    return consents.stands(id.value(), purpose);
  }

  private NewDraft insert(StoredDraft draft) {
    var secret = Secrets.token(24);
    store.insert(draft, hash(secret), clock.instant());
    return new NewDraft(draft.id(), secret);
  }

  private Draft shown(StoredDraft draft) {
    return draft.shown(secrets, declarations.photosOf(draft.correcting()));
  }

  private StoredDraft open(DraftId id) {
    return store.lock(id).filter(it -> it.submittedAs() == null).orElseThrow(Drafts::gone);
  }

  private void put(StoredDraft draft, FileKind kind, FileId photo) {
    eraseOwn(draft, kind);
    store.putPhoto(draft.id(), kind, photo, expiry());
  }

  private void eraseOwn(StoredDraft draft, FileKind kind) {
    var old = draft.own().of(kind);
    if (old != null) {
      files.erase(old);
    }
  }

  private Instant expiry() {
    return clock.instant().plus(settings.draftsKeptFor());
  }

  private byte[] hash(String secret) {
    return secrets.hash("draft-link", secret);
  }

  private static RegistrationException gone() {
    return new RegistrationException("the draft is gone or submitted");
  }
}
