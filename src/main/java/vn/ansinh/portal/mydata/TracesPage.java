package vn.ansinh.portal.mydata;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who looked at the data of the person signed in, or who changed them.
 *
 * @param changes whether changes are shown, not looks
 * @param first whether it begins with the newest
 * @param older where it goes on; absent at the end
 */
public record TracesPage(boolean changes, boolean first, List<Row> rows, @Nullable String older) {

  /**
   * One line.
   *
   * @param what in words
   * @param who the office and role of an officer, or what else there is to say of who it was
   * @param marked whether somebody else than the person did it
   */
  public record Row(String when, String what, String who, boolean marked) {}
}
