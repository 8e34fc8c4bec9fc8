package vn.ansinh.console.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything {@code console/admin/reasons.jte} shows. */
public record ReasonsPage(List<Group> groups, @Nullable String done) {

  /** Reasons of one decision. */
  public record Group(String kind, String name, List<Row> rows) {}

  /** One reason. */
  public record Row(String path, String code, String wrong, String toDo, String since) {}
}
