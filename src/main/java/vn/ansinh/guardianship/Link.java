package vn.ansinh.guardianship;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.PersonId;

/**
 * Somebody's guardianship of a child or authorisation by an adult, as written down. What it allows
 * today is for {@link AccessRules} to say.
 *
 * @param person whose data it is about
 * @param guardian who looks or acts
 * @param relation of a guardian to the child
 * @param scope the most it ever allows
 * @param lastDay of an authorisation; absent for a guardian, whose end the law sets
 * @param invitedAt when the child was invited to take over
 * @param endedAt absent while it was not ended, which is not to say that it still allows anything
 */
public record Link(
    LinkId id,
    PersonId person,
    PersonId guardian,
    LinkKind kind,
    @Nullable Relation relation,
    Right scope,
    Instant grantedAt,
    @Nullable LocalDate lastDay,
    @Nullable Instant invitedAt,
    @Nullable Instant endedAt,
    @Nullable LinkEnd endReason) {}
