package vn.ansinh.console.admin;

import java.util.List;
import java.util.Map;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/**
 * Everything {@code console/admin/officeform.jte} shows.
 *
 * @param path where it is sent
 * @param back the page it was opened from
 * @param existing whether it is changed, not added
 * @param parentFixed the administrator's own office: its place is not theirs to change
 * @param offices open ones it may lie below, offered while typing
 * @param current what stands now, by field, where somebody else changed it meanwhile
 */
public record OfficeFormPage(
    String path,
    String back,
    String backLabel,
    boolean existing,
    boolean parentFixed,
    Form form,
    Map<String, String> current,
    List<Option> offices,
    Problems problems) {

  public OfficeFormPage {
    current = Map.copyOf(current);
  }

  /** As typed. */
  public record Form(
      String revision,
      String code,
      String name,
      String parent,
      String address,
      String phone,
      String hours,
      TypedDate openFrom,
      String wards,
      String oldUnits) {}
}
