package vn.ansinh.notifications;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people reach this installation, for links in messages; {@code ANSINH_PUBLIC_URL}. */
@Component
class PublicAddress {

  private final String base;

  PublicAddress(@Value("${ansinh.public-url}") String base) {
    this.base = URI.create(base.strip()).toString().replaceFirst("/+$", "");
  }

  /**
   * @param path from the root, with its slash; just the slash for the home page itself
   */
  String of(String path) {
    return path.equals("/") ? base : base + path;
  }

  boolean isSecure() {
    return base.startsWith("https://");
  }
}
