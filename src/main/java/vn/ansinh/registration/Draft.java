package vn.ansinh.registration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registration being filled in.
 *
 * @param photos of a correction: those of the declaration where no new one was taken
 * @param candidates what the last look-up of the number found: none or one, rarely more
 * @param verified the population registry vouches for name, birth date and personal id as typed now
 * @param contactConfirmed the code sent to the contact as typed now was typed in
 * @param phoneConfirmed a code sent to the phone as typed now was typed in
 * @param correcting the returned declaration this draft corrects
 * @param submittedAs set once submitted; the content is empty from then on
 * @param keptUntil seven days after the last change
 */
public record Draft(
    DraftId id,
    DraftContent content,
    Photos photos,
    List<Candidate> candidates,
    boolean verified,
    boolean contactConfirmed,
    boolean phoneConfirmed,
    @Nullable DeclarationId correcting,
    @Nullable DeclarationId submittedAs,
    Instant keptUntil) {

  /**
   * A number found, as it may be shown.
   *
   * @param token to be kept in {@link Field#CANDIDATE} when chosen; worthless in other drafts
   * @param masked {@code 01••••••41}
   */
  public record Candidate(String token, String masked) {}
}
