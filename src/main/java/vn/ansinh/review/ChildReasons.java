package vn.ansinh.review;

import org.springframework.stereotype.Component;
import vn.ansinh.guardianship.ApplicationStatus;
import vn.ansinh.guardianship.DecisionReasons;

/** Reasons against applications for children, kept with all others. */
@Component
class ChildReasons implements DecisionReasons {

  private final Reasons reasons;

  ChildReasons(Reasons reasons) {
    this.reasons = reasons;
  }

  @Override
  public boolean isOffered(String code, ApplicationStatus decision) {
    var kind =
        switch (decision) {
          case RETURNED -> ReasonKind.CHILD_RETURN;
          case REJECTED -> ReasonKind.CHILD_REJECT;
          case DRAFT, SUBMITTED, APPROVED, WITHDRAWN ->
              throw new IllegalArgumentException("needs no reason");
        };
    return reasons.today(kind).stream().anyMatch(it -> it.code().equals(code));
  }
}
