package vn.ansinh.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Keys as text (RFC 7468). */
final class Pem {

  private static final int WIDTH = 64;

  private Pem() {}

  static List<byte[]> blocks(String text, String label) {
    return Pattern.compile(
            "-----BEGIN " + label + "-----(.*?)-----END " + label + "-----", Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(it -> Base64.getMimeDecoder().decode(it.group(1)))
        .toList();
  }

  static String text(String label, byte[] content) {
    var lines = Base64.getMimeEncoder(WIDTH, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, lines.encodeToString(content), label);
  }
}
