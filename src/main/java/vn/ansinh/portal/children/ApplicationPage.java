package vn.ansinh.portal.children;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.catalogue.Office;

/**
 * Where an application stands.
 *
 * @param name of the child; empty once erased
 * @param status name of an {@link vn.ansinh.guardianship.ApplicationStatus}
 * @param editAt where to put it right; absent when there is nothing to
 */
public record ApplicationPage(
    String at,
    String name,
    String status,
    String tone,
    @Nullable String since,
    List<Reason> reasons,
    @Nullable String note,
    @Nullable Office office,
    @Nullable String editAt,
    boolean canWithdraw) {

  /** What is wrong, and what to do about it. */
  public record Reason(String wrong, String toDo) {}
}
