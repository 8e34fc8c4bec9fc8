package vn.ansinh.portal.stopping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.portal.registration.ConsentBox;
import vn.ansinh.portal.registration.ThreeBoxes;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;

/**
 * The declaration to stop: its form, or what is declared already.
 *
 * @param waiting absent while nothing is declared
 * @param reason chosen before
 * @param formByEmail the consent to have the form by e-mail; absent without an address
 * @param notice what just happened, a key under {@code stopping.notice}
 */
public record StoppingPage(
    @Nullable Waiting waiting,
    List<Option> reasons,
    @Nullable String reason,
    String note,
    ThreeBoxes day,
    @Nullable ConsentBox formByEmail,
    String lastDay,
    Problems problems,
    @Nullable String notice) {

  /**
   * Declared; can be cancelled.
   *
   * @param reason in words
   */
  public record Waiting(String code, String declaredOn, String reason, String endsAt) {}
}
