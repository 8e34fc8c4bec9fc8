package vn.ansinh.registration;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.PersonId;

/**
 * A declaration as it stands.
 *
 * @param person the key of its personal data: the register's person when number, name and paper
 *     matched exactly on submission, else one of its own
 * @param matched the register's person it belongs to, as found on submission or by an officer
 * @param version grows with every change; a decision names the version it was made on
 * @param officeCode who has the file now
 * @param facts absent once erased
 */
public record Declaration(
    DeclarationId id,
    PersonId person,
    @Nullable PersonId matched,
    DeclarationCode code,
    DeclarationStatus status,
    int version,
    String officeCode,
    HandIn handIn,
    Locale language,
    @Nullable DeclaredFacts facts,
    Photos photos,
    PromiseClock clock) {

  public boolean isErased() {
    return facts == null;
  }

  /** Still to be handed in on paper. */
  public boolean needsPaper() {
    return status == DeclarationStatus.AWAITING_PAPER;
  }

  Declaration as(DeclarationStatus next, PromiseClock then) {
    return new Declaration(
        id,
        person,
        matched,
        code,
        next,
        version,
        officeCode,
        handIn,
        language,
        facts,
        photos,
        then);
  }

  Declaration coded(DeclarationCode other) {
    return new Declaration(
        id,
        person,
        matched,
        other,
        status,
        version,
        officeCode,
        handIn,
        language,
        facts,
        photos,
        clock);
  }

  Declaration at(String office) {
    return new Declaration(
        id, person, matched, code, status, version, office, handIn, language, facts, photos, clock);
  }

  Declaration matchedTo(PersonId found) {
    return new Declaration(
        id,
        person,
        found,
        code,
        status,
        version,
        officeCode,
        handIn,
        language,
        facts,
        photos,
        clock);
  }

  Declaration saying(DeclaredFacts now, Photos shown, @Nullable PersonId found) {
    return new Declaration(
        id,
        person,
        found,
        code,
        status,
        version,
        now.officeCode(),
        now.handIn(),
        now.language(),
        now,
        shown,
        clock);
  }

  Declaration erased() {
    return new Declaration(
        id,
        person,
        null,
        code,
        status,
        version,
        officeCode,
        handIn,
        language,
        null,
        Photos.NONE,
        clock);
  }
}
