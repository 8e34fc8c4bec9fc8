package vn.ansinh.console;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Officers;

/** Officers' names for one page, each looked up once. */
public final class Names {

  private final Officers officers;
  private final Map<OfficerId, String> known = new HashMap<>();

  public Names(Officers officers) {
    this.officers = officers;
  }

  public String of(@Nullable OfficerId id) {
    return id == null
        ? ""
        : known.computeIfAbsent(id, it -> officers.find(it).map(Officer::fullName).orElse("–"));
  }
}
