package vn.ansinh.portal.adjusting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.catalogue.Office;

/**
 * What the register says and where a request stands.
 *
 * @param where absent where there is no request worth showing
 * @param startable whether the person may begin or go on
 * @param startAt where to begin or go on
 * @param begun whether something was filled in before
 * @param notice what just happened, a key under {@code adjusting.notice}
 */
public record AdjustingPage(
    @Nullable Where where,
    List<ItemRow> items,
    boolean mayAsk,
    boolean startable,
    boolean begun,
    String startAt,
    @Nullable String notice) {

  /**
   * A request that was handed in.
   *
   * @param promise what the office promised, in words; empty where it is nobody's turn
   * @param changes old to new; empty once erased
   * @param conflict why it came back to the office, in words; absent where it did not
   */
  public record Where(
      String status,
      String tone,
      String code,
      String declaredOn,
      String effectiveOn,
      String promise,
      List<ItemRow> changes,
      @Nullable String answer,
      @Nullable String conflict,
      @Nullable Office office,
      boolean editable,
      boolean open,
      boolean printable) {}
}
