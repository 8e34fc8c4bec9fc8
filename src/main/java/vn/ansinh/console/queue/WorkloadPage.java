package vn.ansinh.console.queue;

import java.util.List;

/** Everything {@code console/queue/workload.jte} shows. */
public record WorkloadPage(List<Row> rows, long waiting) {

  /** One officer. */
  public record Row(String name, String office, long inHand, long overdue, long decidedToday) {}
}
