package vn.ansinh.keys;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the master key is. Several may be named while it is being changed: the first is the one to
 * use, the others still open the ring. Tokens come before files, files before {@code
 * ANSINH_SECRET_KEY}.
 *
 * @param file {@code ANSINH_MASTER_KEY_FILE}: files of mode 0400 with 32 random bytes in base64
 */
@ConfigurationProperties("ansinh.master-key")
record MasterKeySettings(@DefaultValue List<String> file, @DefaultValue Pkcs11 pkcs11) {

  /**
   * A token.
   *
   * @param library {@code …_LIBRARY}: its driver, an absolute path
   * @param slot {@code …_SLOT}: its number; without it the first slot with a token
   * @param label {@code …_LABEL}: the AES-256 key on it
   * @param pinFile {@code …_PIN_FILE}: a file of mode 0400
   */
  record Pkcs11(
      @Nullable String library,
      @Nullable String slot,
      @DefaultValue List<String> label,
      @Nullable String pinFile) {}

  List<Path> files() {
    return file.stream().filter(it -> !it.isBlank()).map(it -> Path.of(it.strip())).toList();
  }

  boolean usesToken() {
    return pkcs11.library() != null && !pkcs11.library().isBlank();
  }
}
