package vn.ansinh.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordHashingTest {

  final PasswordHashing passwords = new PasswordHashing();

  @Test
  void a_password_matches_its_own_hash_only() {
    var hash = passwords.hash("một mật khẩu dài");
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.tryMatches("một mật khẩu dài", hash)).contains(true);
    assertThat(passwords.tryMatches("một mật khẩu dàj", hash)).contains(false);
  }

  @Test
  void the_same_letters_typed_on_another_keyboard_match() {
    var composed = Normalizer.normalize("mật khẩu", Normalizer.Form.NFC);
    var decomposed = Normalizer.normalize("mật khẩu", Normalizer.Form.NFD);
    assertThat(passwords.tryMatches(decomposed, passwords.hash(composed))).contains(true);
  }

  /** What is malformed would be refused at once, and the time would tell who is nobody. */
  @Test
  void nobodys_hash_is_one_like_any_other() {
    var encoder = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    var hash = passwords.hash("một mật khẩu dài");
    var nobodys = PasswordHashing.nobodys(19_456);
    assertThat(encoder.upgradeEncoding(nobodys)).isFalse();
    assertThat(nobodys).hasSameSizeAs(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void nobody_has_no_password() {
    assertThat(passwords.tryMatches("", null)).contains(false);
  }
}
