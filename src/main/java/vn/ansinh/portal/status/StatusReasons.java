package vn.ansinh.portal.status;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.registration.DeclarationEvent;
import vn.ansinh.review.Reasons;
import vn.ansinh.web.Chrome;

/** The office's reasons in the words of the day they were given. */
@Component
class StatusReasons {

  private final Reasons reasons;

  StatusReasons(Reasons reasons) {
    this.reasons = reasons;
  }

  List<StatusPage.ReasonText> of(@Nullable DeclarationEvent event, Chrome chrome) {
    if (event == null) {
      return List.of();
    }
    var day = VietnamTime.date(event.at());
    return event.reasons().stream()
        .map(it -> reasons.find(it, day))
        .flatMap(Optional::stream)
        .map(it -> it.in(chrome.locale()))
        .map(it -> new StatusPage.ReasonText(it.wrong(), it.toDo()))
        .toList();
  }
}
