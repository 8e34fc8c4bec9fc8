package vn.ansinh.keys;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import vn.ansinh.platform.Command;

@Command.Named(
    value = "keys make",
    usage = "FILE | --token LIBRARY PIN_FILE LABEL [SLOT]",
    does = "makes a master key, in a file of mode 0400 or on a PKCS#11 token",
    database = false)
class MakeMasterKey implements Command {

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err)
      throws IOException, GeneralSecurityException {
    try {
      if (arguments.size() == 1 && !arguments.getFirst().startsWith("-")) {
        return inFile(Path.of(arguments.getFirst()), out, err);
      }
      return arguments.size() >= 4
              && arguments.size() <= 5
              && arguments.getFirst().equals("--token")
          ? onToken(arguments.subList(1, arguments.size()), out, err)
          : 2;
    } catch (KeysException e) {
      err.println("AnSinh: " + e.getMessage());
      return 1;
    }
  }

  private static int inFile(Path file, PrintStream out, PrintStream err) throws IOException {
    var key = new byte[32];
    new SecureRandom().nextBytes(key);
    try {
      PrivateFile.write(file, key);
    } catch (FileAlreadyExistsException _) {
      err.println("AnSinh: " + file + " is there already");
      return 1;
    }
    out.println("Master key " + MasterKey.of("file", key).name() + " is in " + file + ".");
    out.println("Keep a copy offline, apart from the backups of the database: without it nothing");
    out.println("that is sealed can ever be read again.");
    Arrays.fill(key, (byte) 0);
    return 0;
  }

  private static int onToken(List<String> arguments, PrintStream out, PrintStream err)
      throws IOException, GeneralSecurityException {
    var label = arguments.get(2);
    var slot = arguments.size() == 4 ? arguments.get(3) : null;
    var token =
        Token.open(
            new MasterKeySettings.Pkcs11(arguments.get(0), slot, List.of(label), arguments.get(1)));
    if (!token.make(label)) {
      err.println("AnSinh: the token has a key " + label + " already");
      return 1;
    }
    out.println("Master key pkcs11:" + label + " is on the token and cannot be read off it.");
    out.println("Make a copy of the token by its maker's means before anything depends on it.");
    return 0;
  }
}
