package vn.ansinh.imaging;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How application and worker talk, strictly one answer to one question:
 *
 * <pre>
 * frame    = length (4 bytes, big-endian, of what follows), code (1 byte), content
 * worker   → READY, UTF-8 words for what it is confined by            (once)
 *            or "nothing"; on a second line {@link #READS_LINES} where it can
 * question → an {@link Operation}'s code, its own content
 * answer   → DONE, the operation's result · or REFUSED, nothing
 * </pre>
 *
 * A frame that is longer than allowed ends the conversation; so does the end of input.
 */
final class Frames {

  static final byte READY = 0x52;
  static final byte DONE = 0;
  static final byte REFUSED = 1;

  static final String READS_LINES = "reads-lines";

  /** Length and code. */
  static final int HEAD = 5;

  /** The largest upload and some room. */
  static final int LONGEST = 6 * 1024 * 1024;

  record Frame(byte code, byte[] content) {}

  private Frames() {}

  static void write(DataOutputStream out, byte code, byte[]... parts) throws IOException {
    int length = 1;
    for (var part : parts) {
      length += part.length;
    }
    if (length > LONGEST) {
      throw new IOException("a frame of " + length + " bytes is not allowed");
    }
    out.writeInt(length);
    out.writeByte(code);
    for (var part : parts) {
      out.write(part);
    }
    out.flush();
  }

  /** Null at the end of input between two frames. */
  static @Nullable Frame read(DataInputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
    if (length < 1 || length > LONGEST) {
      throw new IOException("a frame of " + length + " bytes is not allowed");
    }
    byte code = in.readByte();
    // In one piece: gathered from smaller ones, it would lie about in those as well.
    var content = new byte[length - 1];
    in.readFully(content);
    return new Frame(code, content);
  }
}
