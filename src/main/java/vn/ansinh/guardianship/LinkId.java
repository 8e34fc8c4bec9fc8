package vn.ansinh.guardianship;

import java.util.UUID;
import vn.ansinh.platform.Ids;

/** A guardianship or an authorisation. */
public record LinkId(UUID value) {

  static LinkId next() {
    return new LinkId(Ids.next());
  }
}
