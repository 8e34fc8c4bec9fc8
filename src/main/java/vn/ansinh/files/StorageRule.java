package vn.ansinh.files;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import vn.ansinh.platform.ProductionRule;

/** An S3 server must be named whole, and reached by TLS unless it is on this machine. */
public final class StorageRule implements ProductionRule {

  @Override
  public List<String> problems(Environment environment, boolean serves) {
    var settings = Binder.get(environment).bindOrCreate("ansinh.files.s3", S3Settings.class);
    var problems = new ArrayList<>(settings.problems());
    if (settings.isUsed()
        && settings.endpoint().startsWith("http:")
        && !settings.endpoint().matches("http://(localhost|127\\.0\\.0\\.1|\\[::1])([:/].*)?")) {
      problems.add("ANSINH_FILES_S3_ENDPOINT is not https: names of pictures would cross the wire");
    }
    return problems;
  }
}
