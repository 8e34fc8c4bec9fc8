package vn.ansinh.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.Secrets;

/**
 * What must stand in the address of a picture for it to be shown: good for a quarter of an hour, in
 * one session, for one picture. It adds to the right to see the picture and never replaces it: an
 * address copied out of a log, a history or a message opens nothing.
 */
@Component
public class PictureReferences {

  private static final Duration GOOD_FOR = Duration.ofMinutes(15);
  private static final int BYTES = 16;

  private final Secrets secrets;
  private final Clock clock;

  PictureReferences(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * Costs two hashes and no query.
   *
   * @param picture the picture's id, or that of the record whose picture the path names
   * @param session what only this browser's session has
   * @param path without a query
   */
  public String to(String path, UUID picture, String session) {
    long until = clock.instant().plus(GOOD_FOR).getEpochSecond();
    return path + "?ref=" + until + "." + proof(until, path, picture, session);
  }

  /** As above, in the session of whoever is signed in. */
  public String to(String path, UUID picture) {
    return to(path, picture, session());
  }

  /** As below, in the session of whoever is signed in. */
  public boolean isGood(String reference, String path, UUID picture) {
    return isGood(reference, path, picture, session());
  }

  public boolean isGood(String reference, String path, UUID picture, String session) {
    var parts = reference.split("\\.", -1);
    if (parts.length != 2 || !parts[0].matches("[0-9]{1,12}")) {
      return false;
    }
    long until = Long.parseLong(parts[0]);
    return until >= clock.instant().getEpochSecond()
        && Secrets.same(proof(until, path, picture, session), parts[1]);
  }

  private static String session() {
    var signedIn = SecurityContextHolder.getContext().getAuthentication();
    if (signedIn == null || signedIn.getDetails() == null) {
      throw new IllegalStateException("nobody is signed in");
    }
    return signedIn.getDetails().toString();
  }

  private String proof(long until, String path, UUID picture, String session) {
    var hash =
        secrets.hash("picture-reference", until + "|" + path + "|" + picture + "|" + session);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
  }
}
