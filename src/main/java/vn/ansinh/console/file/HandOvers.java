package vn.ansinh.console.file;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.console.OfficeChoices;
import vn.ansinh.review.OpenFile;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Officers;
import vn.ansinh.staff.Permission;
import vn.ansinh.web.Option;

/** To whom a file can be handed: a colleague, or another office. */
@Component
class HandOvers {

  private final Officers officers;
  private final Offices offices;
  private final OfficeChoices choices;

  HandOvers(Officers officers, Offices offices, OfficeChoices choices) {
    this.officers = officers;
    this.offices = offices;
    this.choices = choices;
  }

  List<Option> offices(Officer officer) {
    return choices.under(province(officer));
  }

  List<Option> colleagues(OpenFile file, Officer officer) {
    return officers.in(List.of(file.declaration().officeCode(), officer.officeCode())).stream()
        .filter(it -> it.may(Permission.SEND_BACK))
        .filter(it -> !file.holder().equals(Optional.of(it.id())))
        .filter(it -> !it.id().equals(officer.id()))
        .map(it -> new Option(it.id().value().toString(), it.fullName()))
        .toList();
  }

  /** The office above, so that a neighbouring office can be chosen; never the whole agency. */
  private String province(Officer officer) {
    return offices
        .find(officer.officeCode())
        .map(Office::parentCode)
        .filter(it -> !it.equals(Office.ROOT))
        .orElse(officer.officeCode());
  }
}
