package vn.ansinh.review;

import java.time.LocalDate;
import java.util.Set;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.OfficeDetails;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.support.TestStaff;

/** An office that serves the southernmost ward. */
public final class RecoveryOffice {

  public static final String WARD = "32248";

  private RecoveryOffice() {}

  public static String in(TestStaff staff, Offices offices) {
    var code = staff.provincialOffice();
    var office = offices.find(code).orElseThrow();
    offices.upsert(
        new OfficeDetails(
            code,
            office.name(),
            office.parentCode(),
            office.address(),
            office.phone(),
            office.hours(),
            LocalDate.of(2020, 1, 1),
            null,
            null,
            Set.of(new OfficeDetails.ServedUnit(Layer.SINCE_2025, WARD))),
        Actor.SYSTEM);
    return code;
  }
}
