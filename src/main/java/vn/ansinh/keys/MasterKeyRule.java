package vn.ansinh.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import vn.ansinh.platform.ProductionRule;

/** Master keys in files and on tokens must be there, and be kept from others. */
public final class MasterKeyRule implements ProductionRule {

  private static final String FILE = "ANSINH_MASTER_KEY_FILE";
  private static final String TOKEN = "ANSINH_MASTER_KEY_PKCS11";

  @Override
  public List<String> problems(Environment environment, boolean serves) {
    var settings =
        Binder.get(environment).bindOrCreate("ansinh.master-key", MasterKeySettings.class);
    var problems = new ArrayList<String>();
    settings.files().forEach(it -> PrivateFile.problem(FILE, it).ifPresent(problems::add));
    if (settings.usesToken()) {
      problems.addAll(problemsOfToken(settings.pkcs11()));
    }
    return problems;
  }

  private static List<String> problemsOfToken(MasterKeySettings.Pkcs11 settings) {
    var problems = new ArrayList<String>();
    var library = Path.of(String.valueOf(settings.library()));
    if (!library.isAbsolute() || !Files.isReadable(library)) {
      problems.add(TOKEN + "_LIBRARY names " + library + ", which is no file: give the driver's");
    }
    var pinFile = settings.pinFile();
    if (pinFile == null || pinFile.isBlank()) {
      problems.add(TOKEN + "_PIN_FILE is missing: name a file of mode 0400 with the token's PIN");
    } else {
      PrivateFile.problem(TOKEN + "_PIN_FILE", Path.of(pinFile)).ifPresent(problems::add);
    }
    return problems;
  }
}
