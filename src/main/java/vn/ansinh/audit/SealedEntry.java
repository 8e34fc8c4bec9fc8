package vn.ansinh.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the trail as it is hashed. Every column is text as PostgreSQL prints it, so that a
 * checker with nothing but {@code psql} and {@code sha256sum} comes to the same bytes.
 *
 * @param happenedAt UTC with six digits after the second
 * @param erasedHash of the details, where they were erased
 */
record SealedEntry(
    UUID id,
    @Nullable String happenedAt,
    String action,
    String actorKind,
    @Nullable UUID actorId,
    String subjectKind,
    String subjectId,
    @Nullable UUID personId,
    String details,
    @Nullable String requestId,
    long writtenIn,
    byte @Nullable [] erasedHash) {

  private static final String FORMAT = "ansinh-audit-entry-v1";
  private static final int ABSENT = -1;

  /** RFC 6962's leaf hash over {@link #encoded()}. */
  byte[] leaf() {
    return MerkleTree.leaf(encoded());
  }

  /**
   * Each part after its length as four bytes, the highest first; an absent part is the length
   * FFFFFFFF alone. Details take part as the hex of their SHA-256, so that erasing them leaves
   * their hash.
   */
  byte[] encoded() {
    var bytes = new ByteArrayOutputStream(512);
    put(bytes, FORMAT);
    put(bytes, id.toString());
    put(bytes, happenedAt);
    put(bytes, action);
    put(bytes, actorKind);
    put(bytes, actorId == null ? null : actorId.toString());
    put(bytes, subjectKind);
    put(bytes, subjectId);
    put(bytes, personId == null ? null : personId.toString());
    put(bytes, HexFormat.of().formatHex(detailsHash()));
    put(bytes, requestId);
    put(bytes, Long.toString(writtenIn));
    return bytes.toByteArray();
  }

  Place place() {
    return new Place(writtenIn, id);
  }

  private byte[] detailsHash() {
    return erasedHash != null
        ? erasedHash
        : MerkleTree.sha256(details.getBytes(StandardCharsets.UTF_8));
  }

  private static void put(ByteArrayOutputStream bytes, @Nullable String part) {
    if (part == null) {
      bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(ABSENT).array());
      return;
    }
    var text = part.getBytes(StandardCharsets.UTF_8);
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
    bytes.writeBytes(text);
  }
}
