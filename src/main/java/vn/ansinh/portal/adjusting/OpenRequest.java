package vn.ansinh.portal.adjusting;

import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.adjusting.Adjustment;
import vn.ansinh.adjusting.AdjustmentForm;
import vn.ansinh.adjusting.Adjustments;
import vn.ansinh.web.Answers;

/** The request a person is filling in; where there is none, the page that says so instead. */
@Component
class OpenRequest {

  private final Adjustments adjustments;

  OpenRequest(Adjustments adjustments) {
    this.adjustments = adjustments;
  }

  ModelAndView with(CitizenSession session, Function<Adjustment, ModelAndView> answer) {
    return adjustments
        .editable(session.person())
        .map(answer)
        .orElseGet(() -> Answers.seeOther(AdjustingPages.PATH));
  }

  static AdjustmentForm form(Adjustment adjustment) {
    var form = adjustment.form();
    if (form == null) {
      throw new IllegalStateException("a request that can be changed has no content");
    }
    return form;
  }
}
