package vn.ansinh.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One signed statement about the whole trail up to a place. Written as one line of ten words; the
 * first nine are what is signed and what the next checkpoint's {@code previous} is the SHA-256 of.
 *
 * @param size entries sealed so far
 * @param root RFC 6962 tree hash over them
 */
record Checkpoint(
    long number,
    long size,
    byte[] root,
    byte[] previous,
    Instant sealedAt,
    Place through,
    String keyId,
    byte[] signature) {

  static final byte[] NONE_BEFORE = new byte[32];

  private static final String FORMAT = "ansinh-audit-v1";
  private static final int WORDS = 10;
  private static final HexFormat HEX = HexFormat.of();
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  static Checkpoint signed(
      long number,
      Frontier frontier,
      byte[] previous,
      Instant sealedAt,
      Place through,
      SigningKey key) {
    var draft =
        new Checkpoint(
            number,
            frontier.size(),
            frontier.root(),
            previous,
            sealedAt,
            through,
            key.id(),
            new byte[0]);
    return draft.with(key.sign(draft.statement()));
  }

  Checkpoint with(byte[] signature) {
    return new Checkpoint(number, size, root, previous, sealedAt, through, keyId, signature);
  }

  /** What is signed. */
  byte[] statement() {
    return String.join(
            " ",
            FORMAT,
            Long.toString(number),
            Long.toString(size),
            HEX.formatHex(root),
            HEX.formatHex(previous),
            MOMENT.format(sealedAt),
            Long.toString(through.transaction()),
            through.entry().toString(),
            keyId)
        .getBytes(StandardCharsets.UTF_8);
  }

  byte[] hash() {
    return MerkleTree.sha256(statement());
  }

  String line() {
    return new String(statement(), StandardCharsets.UTF_8)
        + " "
        + Base64.getEncoder().encodeToString(signature);
  }

  /**
   * @throws AuditException when it is not such a line
   */
  static Checkpoint parse(String line) {
    var words = line.strip().split(" ");
    if (words.length != WORDS || !words[0].equals(FORMAT)) {
      throw new AuditException("Not a checkpoint: " + shown(line));
    }
    try {
      return new Checkpoint(
          Long.parseLong(words[1]),
          Long.parseLong(words[2]),
          HEX.parseHex(words[3]),
          HEX.parseHex(words[4]),
          Instant.parse(words[5]),
          new Place(Long.parseLong(words[6]), UUID.fromString(words[7])),
          words[8],
          Base64.getDecoder().decode(words[9]));
    } catch (RuntimeException e) {
      throw new AuditException("Not a checkpoint: " + shown(line), e);
    }
  }

  private static String shown(String line) {
    return line.length() > 80 ? line.substring(0, 80) + "…" : line;
  }
}
