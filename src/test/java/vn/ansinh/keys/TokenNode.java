package vn.ansinh.keys;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

/** What {@link TokenTest} starts: a node whose first master key lies on a token. */
final class TokenNode {

  private TokenNode() {}

  /** Database, driver, file of the PIN. */
  public static void main(String[] args) throws Exception {
    var settings = new MasterKeySettings.Pkcs11(args[1], null, List.of("ansinh"), args[2]);
    var token = Token.open(settings);
    try {
      token.masterKeys(settings.label());
    } catch (KeysException e) {
      System.out.println("no key: " + e.getMessage());
    }
    System.out.println("made: " + token.make("ansinh"));
    System.out.println("made again: " + token.make("ansinh"));
    System.out.println("bytes: " + (token.showsBytes("ansinh") ? "some" : "none"));
    var on =
        Map.of(
            "ansinh.master-key.pkcs11.library", args[1],
            "ansinh.master-key.pkcs11.label", "ansinh",
            "ansinh.master-key.pkcs11.pin-file", args[2]);
    byte[] sealed;
    try (var node = Node.start(args[0], Map.of())) {
      sealed = node.secrets().seal("một", "c");
    }
    try (var node = Node.start(args[0], on)) {
      System.out.println("wrapped by: " + node.bean(RingChanges.class).changeMaster().getValue());
      System.out.println("opened: " + node.secrets().openText(sealed, "c"));
      node.bean(RingChanges.class).rotate();
    }
    var alone = new java.util.HashMap<>(on);
    alone.put("ansinh.secret.key", "");
    try (var node = Node.start(args[0], alone)) {
      System.out.println("after the change: " + node.secrets().openText(sealed, "c"));
      System.out.println("altered: " + altered(node.bean(MasterKeys.class).first()));
    }
  }

  private static String altered(MasterKey master) throws GeneralSecurityException {
    var wrapped = master.aead().encrypt(new byte[] {1, 2, 3}, new byte[] {4});
    wrapped[wrapped.length - 1] ^= 1;
    try {
      master.aead().decrypt(wrapped, new byte[] {4});
      return "opened";
    } catch (GeneralSecurityException _) {
      return "refused";
    }
  }
}
