package vn.ansinh.demo;

import java.util.List;

/** The demo's officers and how to sign in as them. */
public record StaffPage(String password, List<Row> rows) {

  /**
   * @param role message key
   * @param code what the generator shows now; empty when somebody reset it
   */
  public record Row(String userName, String name, String role, String office, String code) {}
}
