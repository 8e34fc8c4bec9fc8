package vn.ansinh.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/** The bytes of one picture, sent once and zeros afterwards. */
final class PictureBody extends AbstractResource {

  private final byte[] jpeg;

  PictureBody(byte[] jpeg) {
    this.jpeg = jpeg;
  }

  @Override
  public String getDescription() {
    return "a picture";
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public long contentLength() {
    return jpeg.length;
  }

  /** Whoever sends it closes it, sent or broken off. */
  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(jpeg) {
      @Override
      public void close() {
        Arrays.fill(jpeg, (byte) 0);
      }
    };
  }

  /** No picture is another. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
