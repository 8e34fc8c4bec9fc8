package vn.ansinh.console.adjusting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.console.PromiseTexts.Promise;
import vn.ansinh.web.Problems;

/**
 * One request beside the register.
 *
 * @param mark of what is compared, sent back with the decision
 * @param open whether it waits for a decision
 * @param mine whether the officer has it
 * @param holder the name of a colleague who has it; absent where nobody or the officer has it
 * @param takeable whether the officer may take it
 * @param later the day the register is changed, where it has not come; absent where it has
 * @param paperOfAnother whether the number of the paper stands for somebody else
 * @param conflict why it came back, in words; absent where it did not
 * @param photosWait whether a picture is still to be made safe
 * @param answer as typed when a decision was turned down
 */
public record AdjustmentPage(
    String at,
    String person,
    String number,
    String code,
    String status,
    String tone,
    int version,
    String mark,
    String office,
    String since,
    Promise promise,
    String effectiveOn,
    String reason,
    String note,
    boolean open,
    boolean mine,
    @Nullable String holder,
    boolean takeable,
    @Nullable String later,
    boolean numberTaken,
    boolean paperOfAnother,
    @Nullable String conflict,
    List<Compared> rows,
    List<Photo> photos,
    boolean photosWait,
    boolean sendsBack,
    boolean decides,
    String answer,
    @Nullable String done,
    Problems problems) {

  /**
   * One item.
   *
   * @param differs whether the register says something else than the person took for the old value
   */
  public record Compared(
      String label, String before, String wanted, String register, boolean differs) {}

  /**
   * One picture.
   *
   * @param faults what a machine found wanting in it
   */
  public record Photo(String title, String at, List<String> faults) {}
}
