package vn.ansinh.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

/** Tells how many bytes have passed and digests them. */
final class ObservedStream extends FilterInputStream {

  private final MessageDigest digest;
  private final LongConsumer progress;
  private long passed;

  ObservedStream(InputStream in, MessageDigest digest, LongConsumer progress) {
    super(in);
    this.digest = digest;
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    if (count > 0) {
      digest.update(buffer, offset, count);
      passed += count;
      progress.accept(passed);
    }
    return count;
  }
}
