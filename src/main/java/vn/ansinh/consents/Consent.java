package vn.ansinh.consents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.PersonId;

/**
 * A word once given.
 *
 * @param holder whose data it is about: a draft, a declaration nobody has approved yet, an
 *     application for a child, or a person
 * @param wording version of the text that was read; 0 for the words of Form 01 itself
 * @param givenBy the child's representative; absent where the holder spoke for themselves
 * @param endedAt absent while it stands
 * @param end how it ended; absent while it stands
 */
public record Consent(
    UUID holder,
    UUID id,
    Purpose purpose,
    int wording,
    @Nullable PersonId givenBy,
    Instant givenAt,
    Said given,
    @Nullable Instant endedAt,
    @Nullable End end) {

  /** How a consent ended. */
  public enum End {
    WITHDRAWN,
    /** By the consent to a newer text. */
    REPLACED,
    ACCOUNT_CLOSED,
    GUARDIANSHIP_ENDED
  }

  public boolean isLive() {
    return endedAt == null;
  }

  /** Whether something may be done because of it: it is not ended, and to the text of today. */
  public boolean stands() {
    return isLive() && purpose.holdsFor(wording);
  }
}
