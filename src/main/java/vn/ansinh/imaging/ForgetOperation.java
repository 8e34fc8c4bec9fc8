package vn.ansinh.imaging;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Zeros there and back. The buffers of a pipe keep what went through them last; so that an idle
 * worker holds no piece of anybody's picture in the memory of the application, nothing goes through
 * them after it.
 */
final class ForgetOperation implements Operation {

  static final byte CODE = 6;

  /** With the head of its frame as much as the buffers of a process hold. */
  private static final int LENGTH = 8192 - Frames.HEAD;

  static byte[] zeros() {
    return new byte[LENGTH];
  }

  @Override
  public byte code() {
    return CODE;
  }

  @Override
  public List<byte[]> rehearsal() {
    return List.of(zeros());
  }

  @Override
  public byte[] run(ByteBuffer question) {
    return zeros();
  }
}
