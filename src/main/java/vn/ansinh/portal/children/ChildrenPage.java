package vn.ansinh.portal.children;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/**
 * Who acts for whom.
 *
 * @param notice what just happened, a key under {@code children.notice}
 * @param held whose data may be looked at now
 * @param carers who may look at the person's own
 * @param waiting codes of authorisations not taken up
 * @param code of the authorisation just made, shown once
 */
public record ChildrenPage(
    @Nullable String notice,
    List<Row> held,
    List<Applied> applications,
    boolean mayApply,
    List<Row> carers,
    int waiting,
    @Nullable String code,
    List<Option> scopes,
    Problems problems) {

  /**
   * One link.
   *
   * @param what in words: as whom, how far
   * @param renewsPassword whether the guardian may have a new first password sent
   * @param takesOver whether the child may take over by now
   */
  public record Row(
      String id,
      String name,
      String what,
      String until,
      boolean guardian,
      boolean renewsPassword,
      boolean takesOver) {}

  /** One application. */
  public record Applied(String at, String name, String status, String tone) {}
}
