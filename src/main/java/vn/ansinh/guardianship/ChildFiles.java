package vn.ansinh.guardianship;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Permission;

/** The one place that says which applications an officer may see; others do not exist for them. */
@Component
class ChildFiles {

  private final ApplicationStore store;
  private final Offices offices;

  ChildFiles(ApplicationStore store, Offices offices) {
    this.store = store;
    this.offices = offices;
  }

  Optional<ChildApplication> find(ApplicationId id, Officer officer) {
    return store
        .find(id)
        .filter(it -> it.status() != ApplicationStatus.DRAFT)
        .filter(it -> sees(officer, it));
  }

  boolean sees(Officer officer, ChildApplication application) {
    var office = application.officeCode();
    return office != null
        && officer.may(Permission.SEE_FILES)
        && offices.covers(officer.officeCode(), office);
  }
}
