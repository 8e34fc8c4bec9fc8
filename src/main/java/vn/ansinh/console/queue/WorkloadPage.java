package vn.ansinh.console.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Option;

/** Everything {@code console/queue/workload.jte} shows. */
public record WorkloadPage(List<Row> rows, long waiting, @Nullable Times times) {

  /** One officer. */
  public record Row(String name, String office, long inHand, long overdue, long decidedToday) {}

  /**
   * How long files took.
   *
   * @param from first day of the period, as a date field wants it
   * @param until last day
   * @param officer id of the one officer looked at; empty for all
   * @param files by kind of decision and verdict, all together first; empty if nothing was decided
   * @param officers by officer
   */
  public record Times(
      String from,
      String until,
      String officer,
      List<Option> choices,
      List<Line> files,
      List<Line> officers) {}

  /**
   * @param kind of decision, or the officer's name
   * @param verdict of the machine
   * @param median in words; a dash where there are too few
   */
  public record Line(
      String kind, String verdict, String decided, String measured, String median, String ninth) {}
}
