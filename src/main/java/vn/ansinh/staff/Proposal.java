package vn.ansinh.staff;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.OfficerId;

/**
 * What one administrator asked for and another must confirm.
 *
 * @param officer whom it is about; absent while somebody is only to be added
 * @param wanted name, office and roles as they shall be; for a reset as they were
 */
public record Proposal(
    UUID id,
    Kind kind,
    @Nullable OfficerId officer,
    OfficerDetails wanted,
    OfficerId proposedBy,
    Instant proposedAt,
    Instant expiresAt) {

  /** What is asked for. */
  public enum Kind {
    ADD,
    /** More roles, or another office. */
    CHANGE,
    /** A new first password, also for who comes back. */
    FIRST_PASSWORD,
    /** Another code generator. */
    SECOND_FACTOR
  }

  /** How it ended. */
  enum Outcome {
    CONFIRMED,
    REFUSED,
    WITHDRAWN,
    /** By another order on the same officer. */
    OVERTAKEN
  }

  /** Nobody confirms what one proposed, or what is about oneself. */
  public boolean concerns(Officer somebody) {
    return somebody.id().equals(proposedBy) || somebody.id().equals(officer);
  }
}
