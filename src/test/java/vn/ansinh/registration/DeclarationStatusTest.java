package vn.ansinh.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.registration.DeclarationStatus.APPROVED;
import static vn.ansinh.registration.DeclarationStatus.ASKED_TO_COME;
import static vn.ansinh.registration.DeclarationStatus.AWAITING_PAPER;
import static vn.ansinh.registration.DeclarationStatus.EXPIRED;
import static vn.ansinh.registration.DeclarationStatus.IN_REVIEW;
import static vn.ansinh.registration.DeclarationStatus.REJECTED;
import static vn.ansinh.registration.DeclarationStatus.RETURNED;
import static vn.ansinh.registration.DeclarationStatus.SUBMITTED;
import static vn.ansinh.registration.DeclarationStatus.WITHDRAWN;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclarationStatusTest {

  private static final Map<DeclarationStatus, Set<DeclarationStatus>> ALLOWED =
      Map.of(
          SUBMITTED, Set.of(IN_REVIEW, RETURNED, WITHDRAWN),
          AWAITING_PAPER, Set.of(SUBMITTED, RETURNED, WITHDRAWN, EXPIRED),
          IN_REVIEW, Set.of(SUBMITTED, ASKED_TO_COME, RETURNED, APPROVED, REJECTED, WITHDRAWN),
          ASKED_TO_COME, Set.of(SUBMITTED, IN_REVIEW, WITHDRAWN, EXPIRED),
          RETURNED, Set.of(SUBMITTED, AWAITING_PAPER, WITHDRAWN, EXPIRED),
          APPROVED, Set.of(),
          REJECTED, Set.of(),
          WITHDRAWN, Set.of(),
          EXPIRED, Set.of());

  @Test
  void exactly_the_steps_of_the_procedure_are_allowed() {
    for (var from : DeclarationStatus.values()) {
      var next = EnumSet.allOf(DeclarationStatus.class);
      next.removeIf(it -> !from.canBecome(it));
      assertThat(next).as("from " + from).isEqualTo(ALLOWED.get(from));
    }
  }

  @Test
  void nothing_expires_while_it_is_the_offices_turn() {
    assertThat(SUBMITTED.waitsForApplicant()).isFalse();
    assertThat(IN_REVIEW.waitsForApplicant()).isFalse();
    assertThat(AWAITING_PAPER.waitsForApplicant()).isTrue();
  }
}
