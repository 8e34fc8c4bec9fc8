package vn.ansinh.registration;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.platform.PersonId;
import vn.ansinh.registration.DeclarationEvent.Change;
import vn.ansinh.registration.DeclarationEvent.Deed;
import vn.ansinh.registration.Lifecycle.Act;

/**
 * Turns checked facts into a declaration, new or corrected, inside the transaction of the
 * submission. Answers why not, after which the caller rolls back.
 */
@Component
class Filing {

  private final Claims claims;
  private final PhoneProofStore proofs;
  private final Links links;
  private final Lifecycle lifecycle;
  private final Promises promises;
  private final Files files;
  private final ApplicationEventPublisher events;

  Filing(
      Claims claims,
      PhoneProofStore proofs,
      Links links,
      Lifecycle lifecycle,
      Promises promises,
      Files files,
      ApplicationEventPublisher events) {
    this.claims = claims;
    this.proofs = proofs;
    this.links = links;
    this.lifecycle = lifecycle;
    this.promises = promises;
    this.files = files;
    this.events = events;
  }

  /**
   * @param phoneConfirmed a code was sent to the phone and typed in
   */
  Submission file(DeclarationId id, DeclaredFacts facts, Photos photos, boolean phoneConfirmed) {
    var declaration = first(id, facts, photos);
    var refused = claims.claim(declaration, facts, phoneConfirmed);
    if (refused.isPresent()) {
      return refused.get();
    }
    while (!claims.claimCode(declaration)) {
      declaration = declaration.coded(DeclarationCode.random());
    }
    links.claim(declaration);
    lifecycle.begin(declaration, Actor.of(declaration.person()));
    prove(declaration, facts, phoneConfirmed);
    files.keep(photos.ids());
    events.publishEvent(
        new DeclarationSubmitted(id, declaration.person(), declaration.officeCode()));
    return accepted(declaration);
  }

  /** Under the same id and code, whoever the register now knows it to be. */
  Submission correct(
      Declaration before, DeclaredFacts facts, Photos photos, boolean phoneConfirmed) {
    boolean paperIsDue = isPaperDue(facts) && before.clock().paperReceivedAt() == null;
    var after =
        before
            .saying(facts, photos, claims.match(facts).orElse(null))
            .as(
                paperIsDue ? DeclarationStatus.AWAITING_PAPER : DeclarationStatus.SUBMITTED,
                promises.corrected(before.clock(), paperIsDue));
    claims.release(before);
    var refused = claims.claim(after, facts, phoneConfirmed);
    if (refused.isPresent()) {
      return refused.get();
    }
    var by = Actor.of(before.person());
    var changes = changes(before, facts, photos);
    if (!lifecycle.move(before, after, new Act(Deed.RESUBMITTED, by, List.of(), null, changes))) {
      return new Submission.Gone();
    }
    prove(before, facts, phoneConfirmed);
    files.keep(photos.ids());
    before.photos().ids().stream().filter(it -> !photos.ids().contains(it)).forEach(files::erase);
    events.publishEvent(
        new DeclarationResubmitted(before.id(), before.person(), after.officeCode()));
    return accepted(after);
  }

  Submission.Accepted accepted(Declaration declaration) {
    return new Submission.Accepted(
        declaration.id(), declaration.code(), links.secretOf(declaration.id()));
  }

  private void prove(Declaration declaration, DeclaredFacts facts, boolean phoneConfirmed) {
    if (phoneConfirmed) {
      proofs.put(declaration, facts.phone());
    }
  }

  private Declaration first(DeclarationId id, DeclaredFacts facts, Photos photos) {
    @Nullable PersonId matched = claims.match(facts).orElse(null);
    boolean paperIsDue = isPaperDue(facts);
    return new Declaration(
        id,
        matched == null ? PersonId.next() : matched,
        matched,
        DeclarationCode.random(),
        paperIsDue ? DeclarationStatus.AWAITING_PAPER : DeclarationStatus.SUBMITTED,
        1,
        facts.officeCode(),
        facts.handIn(),
        facts.language(),
        facts,
        photos,
        promises.declared(paperIsDue));
  }

  private static boolean isPaperDue(DeclaredFacts facts) {
    return facts.handIn().needsPaper();
  }

  private static Map<Field, Change> changes(
      Declaration before, DeclaredFacts facts, Photos photos) {
    var changes = new EnumMap<Field, Change>(Field.class);
    if (before.facts() != null) {
      changes.putAll(FactsRecord.of(before.facts()).changesTo(FactsRecord.of(facts)));
    }
    for (var kind : FileKind.OF_DECLARATION) {
      var now = photos.of(kind);
      if (now != null && !now.equals(before.photos().of(kind))) {
        changes.put(Field.of(kind), new Change("", ""));
      }
    }
    return changes;
  }
}
