package vn.ansinh.launcher;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL refuses to run as root. An ordinary user runs it as it is; root sheds its rights
 * first, in the first of these ways that works here:
 *
 * <ol>
 *   <li>a user namespace ({@code unshare -U}): the process keeps root's files and loses root's
 *       powers, so the data may lie below directories only root may enter;
 *   <li>another user ({@code setpriv}), where containers forbid namespaces: the files become that
 *       user's, and it must be able to reach them.
 * </ol>
 *
 * @param prefix put before every command
 * @param uid whose the files must be
 */
record Unprivileged(List<String> prefix, int uid) {

  private static final int NOBODY = 65534;

  static Unprivileged reaching(Path directory) {
    var me = (int) new UnixSystem().getUid();
    if (me != 0) {
      return new Unprivileged(List.of(), me);
    }
    var namespace = new Unprivileged(List.of("unshare", "-U"), 0);
    if (namespace.reaches(directory)) {
      return namespace;
    }
    var nobody =
        new Unprivileged(
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);
    if (nobody.reaches(directory)) {
      return nobody;
    }
    throw new Refusal(
        "PostgreSQL does not run as root, and neither unshare -U nor setpriv gives up root's rights"
            + " here: start as an ordinary user, or set ANSINH_DATABASE_URL");
  }

  private boolean reaches(Path directory) {
    // id -un as well: initdb wants its user to have a name.
    return run(List.of(
            "sh", "-c", "cd \"$0\" && id -un && [ \"$(id -u)\" != 0 ]", directory.toString()))
        .ok();
  }

  Programs.Result run(List<String> command) {
    var whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return Programs.run(whole);
  }

  /** Makes the tree this user's, where it is not already. */
  void own(Path tree) throws IOException {
    if (prefix.isEmpty() || uidOf(tree) == uid) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
          }

          // After its content, so that a tree changed half way is not taken for a finished one.
          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            Files.setAttribute(directory, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static int uidOf(Path file) throws IOException {
    return (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }
}
