package vn.ansinh.console.admin;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/**
 * Everything {@code console/admin/officer.jte} shows.
 *
 * @param path where the form is sent
 * @param existing already on the staff; otherwise somebody new
 * @param self the administrator looks at the own account, which nobody changes alone
 */
public record OfficerPage(
    String path,
    boolean existing,
    boolean self,
    boolean active,
    boolean enrolled,
    Form form,
    List<Option> offices,
    List<Option> roles,
    @Nullable String done,
    Problems problems) {

  /** As typed. */
  public record Form(String userName, String fullName, String office, Set<String> roles) {}
}
