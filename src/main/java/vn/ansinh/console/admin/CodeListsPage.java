package vn.ansinh.console.admin;

import java.util.List;

/** Everything {@code console/admin/codelists.jte} shows. */
public record CodeListsPage(List<Tile> lists) {

  /**
   * @param entries how many are in force today
   */
  public record Tile(String path, String name, String text, int entries) {}
}
