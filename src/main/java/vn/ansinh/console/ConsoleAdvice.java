package vn.ansinh.console;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/** Gives every console page its {@link Navigation}; none before the sign-in is finished. */
@ControllerAdvice("vn.ansinh.console")
class ConsoleAdvice {

  private final Offices offices;

  ConsoleAdvice(Offices offices) {
    this.offices = offices;
  }

  @ModelAttribute("navigation")
  @Nullable Navigation navigation(@AuthenticationPrincipal @Nullable Officer officer) {
    return officer == null
        ? null
        : new Navigation(
            officer.fullName(),
            offices.find(officer.officeCode()).map(Office::label).orElse(officer.officeCode()),
            officer.may(Permission.SEE_FILES),
            officer.may(Permission.SHARE_OUT),
            officer.may(Permission.ADMINISTER));
  }
}
