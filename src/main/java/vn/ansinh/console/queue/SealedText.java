package vn.ansinh.console.queue;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Secrets;

/** Search texts in addresses, readable by this server only. */
@Component
class SealedText {

  private static final String CONTEXT = "console.queue.search";
  private static final int LONGEST = 100;

  private final Secrets secrets;

  SealedText(Secrets secrets) {
    this.secrets = secrets;
  }

  @Nullable String seal(String text) {
    var written = text.strip();
    return written.isEmpty()
        ? null
        : Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                secrets.seal(written.substring(0, Math.min(LONGEST, written.length())), CONTEXT));
  }

  /** Empty for anything that was not sealed here. */
  String open(@Nullable String sealed) {
    if (sealed == null || sealed.isBlank()) {
      return "";
    }
    try {
      return secrets.openText(Base64.getUrlDecoder().decode(sealed), CONTEXT);
    } catch (IllegalArgumentException | IllegalStateException e) {
      return "";
    }
  }
}
