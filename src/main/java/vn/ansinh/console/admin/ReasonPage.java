package vn.ansinh.console.admin;

import java.util.List;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/**
 * Everything {@code console/admin/reason.jte} shows.
 *
 * @param path where the form is sent
 * @param existing whether code and kind are fixed
 */
public record ReasonPage(
    String path, boolean existing, Form form, List<Option> kinds, Problems problems) {

  /** As typed. */
  public record Form(
      String code, String kind, String wrongVi, String toDoVi, String wrongEn, String toDoEn) {}
}
