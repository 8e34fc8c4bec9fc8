package vn.ansinh.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Service;
import vn.ansinh.audit.Audit;

/**
 * Whatever a face lets others change leaves a line on the trail: every public method of a public
 * service from which an SQL {@code update()} can be reached also reaches {@link Audit}, or stands
 * here with the reason why not. An {@code insert … returning} that is read with {@code query()} is
 * not seen as a write.
 */
class AuditTrailTest {

  private static final Map<String, String> NOTHING_TO_AUDIT =
      Map.ofEntries(
          entry("accounts.AccountClosings.takeBack", "a message; what it tells of is audited"),
          entry("accounts.Denials.link", "for a message; what it tells of is audited"),
          entry("accounts.Recoveries.begin", "what a visitor typed; a code sent for it is audited"),
          entry("accounts.OneTimeCodes.handedOff", "when a message left; asking for it is audited"),
          entry("accounts.Sessions.current", "only the time of the last request"),
          entry("consents.Consents.endFor", "the end of the guardianship is audited"),
          entry("consents.Consents.forget", "whoever erases the draft or file says so"),
          entry("consents.Consents.pass", "the submission or approval is audited"),
          entry("factors.PasskeySignIn.begin", "a challenge for whoever asks; entering is audited"),
          entry("accounts.Budgets.giveBack", "a count; what it counts is audited"),
          entry("accounts.NewDevices.goOn", "who waits for a code; arriving is audited"),
          entry("accounts.FactorNotices.tell", "a message; what it tells of is audited"),
          entry("accounts.ProvedEntry.await", "who waits for a code; arriving is audited"),
          entry("accounts.ProvedEntry.beganBy", "a word on a sign-in, which is audited"),
          entry("accounts.ProvedEntry.voidTicket", "part of unlinking, which is audited"),
          entry("federation.IdentitySignIn.leave", "a way for whoever asks; entering is audited"),
          entry("federation.IdentitySignIn.leaveToRecover", "as leave; coming back is audited"),
          entry("files.Files.erase", "whoever holds the file says why it goes"),
          entry("files.Files.keep", "whoever holds the file says why it stays"),
          entry("files.Files.keepUntil", "whoever holds the file says why it stays"),
          entry("files.Files.rotate", "the same picture, turned"),
          entry("files.Files.store", "a picture nobody holds yet"),
          entry(
              "files.Preflight.faults", "what a machine measured in a picture; it decides nothing"),
          entry("adjusting.AdjustmentPictures.add", "the person's own, not handed in"),
          entry("adjusting.AdjustmentPictures.rotate", "the person's own, not handed in"),
          entry("adjusting.Adjustments.choose", "the person's own, not handed in"),
          entry("adjusting.Adjustments.save", "the person's own, not handed in"),
          entry("guardianship.ChildPictures.add", "the guardian's own, not handed in"),
          entry("guardianship.ChildPictures.rotate", "the guardian's own, not handed in"),
          entry("guardianship.ChildApplications.save", "the guardian's own, not handed in"),
          entry("guardianship.ChildApplications.start", "the guardian's own, not handed in"),
          entry("imports.HeldFiles.forget", "a file sent in to be looked at, not taken over"),
          entry("imports.HeldFiles.hold", "a file sent in to be looked at, not taken over"),
          entry("imports.HeldFiles.sweep", "a file sent in to be looked at, not taken over"),
          entry("notifications.Inbox.read", "the person's own mark on what was told"),
          entry("notifications.Inbox.readAll", "the person's own mark on what was told"),
          entry("people.Arrivals.take", "thousands at once; the import has one line for each run"),
          entry("registration.Drafts.addPhoto", "the applicant's own, not handed in"),
          entry("registration.Drafts.correct", "the applicant's own, not handed in"),
          entry("registration.Drafts.removePhoto", "the applicant's own, not handed in"),
          entry("registration.Drafts.rotatePhoto", "the applicant's own, not handed in"),
          entry("registration.Drafts.save", "the applicant's own, not handed in"),
          entry("registration.Drafts.start", "the applicant's own, not handed in"),
          entry(
              "registration.PrintedForms.newCode",
              "a code of a declaration, which has its own line"),
          entry("registration.PopulationChecks.verify", "an answer kept with the draft"),
          entry("staff.StaffSessions.current", "only the time of the last request"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("vn.ansinh");

  @Test
  void every_write_of_a_face_reaches_the_trail() {
    var silent =
        writes().stream()
            .filter(it -> !reaches(it, AuditTrailTest::records))
            .map(AuditTrailTest::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(silent).containsExactlyInAnyOrderElementsOf(NOTHING_TO_AUDIT.keySet());
  }

  @Test
  void the_rule_looks_at_the_writes_there_are() {
    assertThat(writes().stream().map(AuditTrailTest::name))
        .contains("staff.Officers.change", "staff.Proposals.confirm", "review.Desk.take")
        .hasSizeGreaterThan(40);
  }

  private static Collection<JavaMethod> writes() {
    return CLASSES.stream()
        .filter(it -> it.isAnnotatedWith(Service.class))
        .filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(it -> !it.isEquivalentTo(Audit.class))
        .map(JavaClass::getMethods)
        .flatMap(Set::stream)
        .filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(it -> !it.getModifiers().contains(JavaModifier.SYNTHETIC))
        .filter(it -> reaches(it, AuditTrailTest::writes))
        .toList();
  }

  /** Along calls, method references and what overrides the method called. */
  private static boolean reaches(JavaCodeUnit start, Predicate<JavaCodeUnit> goal) {
    var seen = new HashSet<JavaCodeUnit>();
    var left = new ArrayDeque<JavaCodeUnit>();
    left.add(start);
    while (!left.isEmpty()) {
      var unit = left.poll();
      if (!seen.add(unit)) {
        continue;
      }
      if (goal.test(unit)) {
        return true;
      }
      unit.getCallsFromSelf().stream()
          .map(it -> it.getTarget().resolveMember())
          .flatMap(java.util.Optional::stream)
          .forEach(it -> left.add((JavaCodeUnit) it));
      unit.getMethodReferencesFromSelf().stream()
          .map(it -> it.getTarget().resolveMember())
          .flatMap(java.util.Optional::stream)
          .forEach(left::add);
    }
    return false;
  }

  private static boolean writes(JavaCodeUnit unit) {
    return unit.getOwner().getSimpleName().endsWith("Store")
        && unit.getMethodCallsFromSelf().stream()
            .anyMatch(
                it ->
                    it.getTarget().getOwner().getName().contains("JdbcClient")
                        && it.getTarget().getName().equals("update"));
  }

  private static boolean records(JavaCodeUnit unit) {
    return unit.getOwner().isEquivalentTo(Audit.class) && unit.getName().equals("record");
  }

  private static String name(JavaMethod method) {
    return method.getOwner().getName().replace("vn.ansinh.", "") + "." + method.getName();
  }
}
