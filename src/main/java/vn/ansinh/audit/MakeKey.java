package vn.ansinh.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import vn.ansinh.platform.Command;

@Command.Named(
    value = "audit key",
    usage = "FILE",
    does = "makes the key that signs the audit trail",
    database = false)
class MakeKey implements Command {

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
    if (arguments.size() != 1) {
      return 2;
    }
    var file = Path.of(arguments.getFirst());
    var key = SigningKey.make();
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException _) {
      err.println("AnSinh: " + file + " is there already");
      return 1;
    }
    Files.writeString(file, key.secretPem());
    out.println("Key " + key.id() + ". Give the public half to whoever checks the trail:");
    out.print(key.openPem());
    return 0;
  }
}
