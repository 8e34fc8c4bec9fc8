package vn.ansinh.console.file;

import java.util.EnumSet;
import java.util.Set;
import vn.ansinh.registration.DeclarationStatus;
import vn.ansinh.review.OpenFile;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/**
 * Which buttons an officer sees on a file. Only what is shown: the desk itself asks again when one
 * of them is pressed.
 */
final class AllowedActions {

  private AllowedActions() {}

  static FilePage.Allowed of(OpenFile file, Officer officer) {
    var status = file.declaration().status();
    var officesTurn =
        Set.of(
                DeclarationStatus.SUBMITTED,
                DeclarationStatus.IN_REVIEW,
                DeclarationStatus.ASKED_TO_COME)
            .contains(status);
    var holder = file.holder();
    var mine = holder.filter(officer.id()::equals).isPresent();
    var free = holder.isEmpty();
    var head = officer.may(Permission.SHARE_OUT);
    var sendBack = officer.may(Permission.SEND_BACK);
    return new FilePage.Allowed(
        officesTurn && sendBack && (free || mine),
        officesTurn && sendBack && !mine && (free || head),
        mine && status == DeclarationStatus.IN_REVIEW,
        officesTurn && sendBack && (free || mine || head),
        status.isOpen() && officer.may(Permission.MOVE_FILES) && (free || mine || head),
        officer.may(Permission.RECORD_PAPER)
            && EnumSet.of(DeclarationStatus.AWAITING_PAPER, DeclarationStatus.ASKED_TO_COME)
                .contains(status),
        status.isOpen() && sendBack && (free || mine),
        officer.may(Permission.RESEND));
  }
}
