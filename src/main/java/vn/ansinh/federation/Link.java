package vn.ansinh.federation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account at a provider that signs a person in.
 *
 * @param provider its name in addresses
 * @param level of assurance at the last sign-in
 * @param lastUsedAt absent while it was not used
 */
public record Link(
    UUID id,
    IdentityProvider provider,
    int level,
    Instant linkedAt,
    @Nullable Instant lastUsedAt) {}
