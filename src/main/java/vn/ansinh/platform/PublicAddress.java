package vn.ansinh.platform;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people reach this installation, for links they keep; {@code ANSINH_PUBLIC_URL}. */
@Component
public class PublicAddress {

  private final String base;

  public PublicAddress(@Value("${ansinh.public-url}") String base) {
    this.base = URI.create(base.strip()).toString().replaceFirst("/+$", "");
  }

  /**
   * @param path from the root, with its slash; just the slash for the home page itself
   */
  public String of(String path) {
    return path.equals("/") ? base : base + path;
  }

  /** Whether people come over TLS. */
  public boolean isSecure() {
    return base.startsWith("https://");
  }
}
