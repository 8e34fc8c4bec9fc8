package vn.ansinh.review;

import java.util.Map;

/** How much there is in each tab, without filters, and how many messages wait for somebody. */
public record QueueCounts(Map<QueueTab, Long> tabs, long tasks) {

  public QueueCounts {
    tabs = Map.copyOf(tabs);
  }

  public long of(QueueTab tab) {
    return tabs.getOrDefault(tab, 0L);
  }
}
