package vn.ansinh.demo;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.platform.DemoSignIns;
import vn.ansinh.staff.Caller;
import vn.ansinh.staff.Enrolment;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.OfficerChange;
import vn.ansinh.staff.OfficerDetails;
import vn.ansinh.staff.Officers;
import vn.ansinh.staff.Role;
import vn.ansinh.staff.SignInStep;
import vn.ansinh.staff.StaffSignIn;
import vn.ansinh.totp.Totp;

/**
 * One officer of each role, and two who keep the staff because that takes two, made the way every
 * officer is: added, signed in once with a generator and a password. The generators' keys are
 * random in every installation; {@code /demo/staff} shows the codes.
 */
@DemoOnly
@Component
@Order(100)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "ansinh.demo.seed", matchIfMissing = true)
class DemoStaff implements ApplicationRunner, DemoSignIns {

  static final String PASSWORD = "con-trau-di-truoc";
  static final OfficerDetails REVIEWER =
      new OfficerDetails("thamdinh", "Phạm Văn Soát", "07919", Set.of(Role.REVIEWER));

  static final List<OfficerDetails> STAFF =
      List.of(
          new OfficerDetails("tiepnhan", "Lê Thị Đón", "07919", Set.of(Role.INTAKE)),
          REVIEWER,
          new OfficerDetails("lanhdao", "Đỗ Thị Chỉ", "00000", Set.of(Role.OFFICE_HEAD)),
          new OfficerDetails("quantri", "Vũ Văn Giữ", "00000", Set.of(Role.ADMINISTRATOR)),
          new OfficerDetails("quantri2", "Hồ Thị Canh", "00000", Set.of(Role.ADMINISTRATOR)));

  private final Officers officers;
  private final StaffSignIn signIn;
  private final Clock clock;

  DemoStaff(Officers officers, StaffSignIn signIn, Clock clock) {
    this.officers = officers;
    this.signIn = signIn;
    this.clock = clock;
  }

  /** Does nothing for those who are there already, so every start may run it. */
  @Override
  public void run(ApplicationArguments arguments) {
    STAFF.forEach(this::seed);
  }

  @Override
  public List<String> lines() {
    return STAFF.stream()
        .map(it -> "Officer %-9s %s  (code at /demo/staff)".formatted(it.userName(), PASSWORD))
        .toList();
  }

  /** The officers of the demo with what their generators show now. */
  List<StaffPage.Row> rows() {
    return STAFF.stream()
        .map(
            it ->
                new StaffPage.Row(
                    it.userName(),
                    it.fullName(),
                    "staff.role." + it.roles().iterator().next(),
                    it.officeCode(),
                    find(it).flatMap(this::code).orElse("")))
        .toList();
  }

  /** What the generator of the officer would show now. */
  Optional<String> code(Officer officer) {
    return signIn.demoCode(officer);
  }

  Optional<Officer> find(OfficerDetails details) {
    return officers.byUserName(details.userName());
  }

  private void seed(OfficerDetails details) {
    if (find(details).isPresent()
        || !(officers.add(details, Actor.SYSTEM) instanceof OfficerChange.FirstPassword first)) {
      return;
    }
    var here = new Caller("demo", "demo", null);
    if (signIn.withPassword(details.userName(), first.password(), here)
        instanceof SignInStep.Next(var ticket, _)) {
      signIn.enrolment(ticket).ifPresent(it -> signIn.enrol(ticket, codeOf(it), here));
      signIn.setPassword(ticket, PASSWORD, here);
    }
  }

  private String codeOf(Enrolment enrolment) {
    return new Totp().code(Base32.decode(enrolment.secret()), Totp.step(clock.instant()));
  }
}
