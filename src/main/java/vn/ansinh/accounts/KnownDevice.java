package vn.ansinh.accounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device on which a person has signed in and shown a code.
 *
 * @param id what a page calls it by; opens nothing
 * @param name browser and system in words; empty where it was remembered before names were
 * @param place where the network of its last sign-in is; absent where no table says
 * @param network that network beside the one that asks
 * @param by how one signed in on it last; absent where that was before it was noted
 * @param signedIn whether the live session is on it
 * @param here whether it is the one that asks
 */
public record KnownDevice(
    UUID id,
    String name,
    Instant firstUsedAt,
    Instant lastUsedAt,
    @Nullable Place place,
    Nearness network,
    @Nullable SignedInBy by,
    boolean signedIn,
    boolean here) {

  /** Whether two networks are the same, as far as is known. */
  public enum Nearness {
    /** The same, or one beside it: a home, an office. */
    SAME,
    OTHER,
    /** It signed in last before networks were compared. */
    UNKNOWN
  }
}
