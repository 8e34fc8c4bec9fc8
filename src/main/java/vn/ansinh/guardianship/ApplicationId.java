package vn.ansinh.guardianship;

import java.util.UUID;
import vn.ansinh.platform.Ids;

/** An application for a child's account. */
public record ApplicationId(UUID value) {

  static ApplicationId next() {
    return new ApplicationId(Ids.next());
  }
}
