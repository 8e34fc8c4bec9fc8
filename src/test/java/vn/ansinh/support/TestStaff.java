package vn.ansinh.support;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.stereotype.Component;
import vn.ansinh.audit.Actor;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.OfficeDetails;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.staff.Caller;
import vn.ansinh.staff.Enrolment;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.OfficerChange;
import vn.ansinh.staff.OfficerDetails;
import vn.ansinh.staff.Officers;
import vn.ansinh.staff.Proposals;
import vn.ansinh.staff.Role;
import vn.ansinh.staff.SignInStep;
import vn.ansinh.staff.StaffSignIn;

/** Offices and officers of a test's own, made through the same faces as real ones. */
@Component
public class TestStaff {

  public static final String PASSWORD = "chiếc thuyền ngoài xa 27";

  private final Offices offices;
  private final Officers officers;
  private final Proposals proposals;
  private final StaffSignIn signIn;
  private final Clock clock;
  private final Map<OfficerId, Enrolment> generators = new ConcurrentHashMap<>();

  TestStaff(
      Offices offices, Officers officers, Proposals proposals, StaffSignIn signIn, Clock clock) {
    this.offices = offices;
    this.officers = officers;
    this.proposals = proposals;
    this.signIn = signIn;
    this.clock = clock;
  }

  /** A new office directly below the agency. */
  public String provincialOffice() {
    if (offices.find(Office.ROOT).isEmpty()) {
      upsert(Office.ROOT, "BHXH Việt Nam", null);
    }
    return office(Office.ROOT);
  }

  /** A new office below {@code parent}. */
  public String office(String parent) {
    while (true) {
      var code = "0%04d".formatted(ThreadLocalRandom.current().nextInt(10_000));
      if (offices.find(code).isEmpty()) {
        upsert(code, "BHXH thử nghiệm " + code, parent);
        return code;
      }
    }
  }

  public Officer officer(String office, Role... roles) {
    var added = (OfficerChange.FirstPassword) add("can.bo." + random(), office, roles);
    return officers.find(added.officer()).orElseThrow();
  }

  /** An officer who has signed in once: password {@link #PASSWORD}, generator known here. */
  public Officer enrolledOfficer(String office, Role... roles) {
    var name = "can.bo." + random();
    var added = (OfficerChange.FirstPassword) add(name, office, roles);
    var next = (SignInStep.Next) signIn.withPassword(name, added.password(), caller());
    var enrolment = signIn.enrolment(next.ticket()).orElseThrow();
    signIn.enrol(next.ticket(), code(enrolment, clock.instant().minusSeconds(30)), caller());
    signIn.setPassword(next.ticket(), PASSWORD, caller());
    generators.put(added.officer(), enrolment);
    return officers.find(added.officer()).orElseThrow();
  }

  /** What the officer's generator shows now. */
  public String code(Officer officer) {
    return code(generators.get(officer.id()), clock.instant());
  }

  public String codeInStep(Officer officer, int steps) {
    return code(generators.get(officer.id()), clock.instant().plusSeconds(30L * steps));
  }

  /** The cookie of a new session of an enrolled officer. */
  public String session(Officer officer) {
    var next = (SignInStep.Next) signIn.withPassword(officer.userName(), PASSWORD, caller());
    return ((SignInStep.SignedIn) signIn.withCode(next.ticket(), code(officer), caller()))
        .session();
  }

  /** What a second administrator's confirmation of the proposal came to. */
  public OfficerChange confirmed(OfficerChange proposed) {
    provincialOffice();
    return proposals.confirm(
        ((OfficerChange.Proposed) proposed).id(), officer(Office.ROOT, Role.ADMINISTRATOR));
  }

  public OfficerChange add(String userName, String office, Role... roles) {
    return officers.add(
        new OfficerDetails(userName, "Cán bộ Thử nghiệm", office, Set.of(roles)), Actor.SYSTEM);
  }

  public static String code(Enrolment enrolment, Instant at) {
    try {
      var key = new SecretKeySpec(Base32.decode(enrolment.secret()), "HmacSHA1");
      return new TimeBasedOneTimePasswordGenerator().generateOneTimePasswordString(key, at);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Somebody at a device never seen, in a network of its own. */
  public static Caller caller() {
    return new Caller(random(), "Firefox, Linux", null);
  }

  public static String random() {
    return Long.toString(ThreadLocalRandom.current().nextLong(1L << 50), 36);
  }

  private void upsert(String code, String name, String parent) {
    offices.upsert(
        new OfficeDetails(
            code,
            name,
            parent,
            "12 Đường Thử",
            "02812345678",
            null,
            LocalDate.of(2020, 1, 1),
            null,
            null,
            Set.of()),
        Actor.SYSTEM);
  }
}
