package vn.ansinh.printing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What is shipped with us to be printed with: typefaces and style sheets. */
public final class Resources {

  private Resources() {}

  /**
   * @param path on the class path, with a stroke in front
   */
  public static byte[] of(String path) {
    try (InputStream in = Resources.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
