package vn.ansinh.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The master keys this node is told of, the one to use first. */
@Component
class MasterKeys {

  private static final String WRAPPING = "wrapping";

  private final List<MasterKey> all;
  private final SecretSettings secret;

  MasterKeys(MasterKeySettings settings, SecretSettings secret) {
    this.secret = secret;
    var keys = new ArrayList<MasterKey>();
    if (settings.usesToken()) {
      keys.addAll(Token.open(settings.pkcs11()).masterKeys(settings.pkcs11().label()));
    }
    settings.files().stream()
        .map(it -> MasterKey.of("file", PrivateFile.readKey("ANSINH_MASTER_KEY_FILE", it)))
        .forEach(keys::add);
    if (secret.isSet()) {
      keys.add(MasterKey.of("secret", Hmac.sha256(secret.bytes(), WRAPPING)));
    }
    if (keys.isEmpty()) {
      throw new KeysException(
          "No master key: set ANSINH_MASTER_KEY_FILE, ANSINH_MASTER_KEY_PKCS11_LIBRARY or"
              + " ANSINH_SECRET_KEY");
    }
    this.all = List.copyOf(keys);
  }

  MasterKey first() {
    return all.getFirst();
  }

  Optional<MasterKey> find(String name) {
    return all.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  String names() {
    return all.stream().map(MasterKey::name).collect(Collectors.joining(", "));
  }

  /** What keys were derived from before there was a ring. */
  Optional<byte[]> secret() {
    return secret.isSet() ? Optional.of(secret.bytes()) : Optional.empty();
  }
}
