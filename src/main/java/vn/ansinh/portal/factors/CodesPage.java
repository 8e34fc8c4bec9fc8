package vn.ansinh.portal.factors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Problems;

/**
 * Making codes to print, or the codes just made.
 *
 * @param made shown this once; empty before
 * @param madeAt absent before
 * @param replaces whether codes of before become worthless
 */
public record CodesPage(
    List<String> made, @Nullable String madeAt, boolean replaces, Problems problems) {

  static CodesPage asking(boolean replaces, Problems problems) {
    return new CodesPage(List.of(), null, replaces, problems);
  }

  @Override
  public String toString() {
    return "CodesPage";
  }
}
