package vn.ansinh.catalogue;

import java.util.List;

/**
 * One page of the directory.
 *
 * @param total of all pages
 * @param page from 0
 */
public record OfficeListing(List<Line> lines, int total, int page) {

  /** Lines of a full page. */
  public static final int SIZE = 50;

  public OfficeListing {
    lines = List.copyOf(lines);
  }

  public boolean hasNext() {
    return total > (page + 1) * SIZE;
  }

  /**
   * @param open today
   * @param below offices directly below it, closed ones too where these are shown
   */
  public record Line(Office office, boolean open, int below) {}
}
