package vn.ansinh.portal.notices;

import java.util.List;

/**
 * By which channels a person wants to be told of what.
 *
 * @param saved whether a choice was just saved
 */
public record ChannelsPage(List<Row> topics, boolean saved) {

  /** One topic with its boxes. */
  public record Row(String title, String hint, List<Box> boxes) {}

  /** One channel for one topic. */
  public record Box(String name, String label, boolean wanted) {}
}
