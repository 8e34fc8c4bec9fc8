package vn.ansinh.console;

import java.util.Set;

/**
 * What the frame of every console page says of who is signed in.
 *
 * @param office {@code [07919] BHXH Quận 7}
 * @param files sees the queue
 * @param head sees who has how much
 * @param administrator keeps staff, offices, lists
 */
public record Navigation(
    String officer, String office, boolean files, boolean head, boolean administrator) {

  private static final Set<String> ADMINISTERING =
      Set.of("staff", "offices", "lists", "reasons", "messages", "audit");

  /** Whether a page is one of the administrator's. */
  public static boolean administers(String tab) {
    return ADMINISTERING.contains(tab);
  }

  /**
   * Whether the administrator's links stand in a menu: beside an officer's they fill three rows.
   */
  public boolean menu() {
    return files && administrator;
  }
}
