package vn.ansinh.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.ansinh.portal.Window;
import vn.ansinh.staff.Role;
import vn.ansinh.support.ApplicationTest;
import vn.ansinh.support.TestStaff;

/** Over the handlers the console really has, so a new one is in it by being there. */
@ApplicationTest
class PermissionsTest {

  @Autowired MockMvcTester server;
  @Autowired TestStaff staff;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  /** A handler that changes something, and where it is. */
  record Change(String path, RequestMethod method, HandlerMethod handler) {}

  @Test
  void every_change_names_a_permission() {
    assertThat(changes()).hasSizeGreaterThan(20);
    assertThat(changes())
        .filteredOn(it -> !it.handler().hasMethodAnnotation(NeedsNoPermission.class))
        .allSatisfy(it -> assertThat(PermissionGate.needs(it.handler())).as(it.path()).isNotNull());
  }

  @Test
  void what_needs_no_permission_is_ones_own() {
    assertThat(changes())
        .filteredOn(it -> it.handler().hasMethodAnnotation(NeedsNoPermission.class))
        .extracting(Change::path)
        .allMatch(
            it ->
                it.startsWith("/console/sign-in")
                    || it.equals("/console/sign-out")
                    || it.startsWith("/console/account"));
  }

  @Test
  void every_role_is_refused_every_change_it_has_no_permission_for() {
    var office = staff.provincialOffice();
    var tried = 0;
    for (var role : Role.values()) {
      var window = new Window(server);
      window.cookies().put("desk", staff.session(staff.enrolledOfficer(office, role)));
      for (var change : changes()) {
        var needs = PermissionGate.needs(change.handler());
        if (change.handler().hasMethodAnnotation(NeedsNoPermission.class)
            || Stream.of(needs.value()).anyMatch(role::may)) {
          continue;
        }
        tried++;
        assertThat(change.method()).isEqualTo(RequestMethod.POST);
        var path = change.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        assertThat(window.send(path)).as(role + " " + change.path()).hasStatus(403);
      }
    }
    assertThat(tried).isGreaterThan(30);
  }

  @Test
  void nobody_changes_anything_without_signing_in() {
    for (var change : changes()) {
      if (!change.handler().hasMethodAnnotation(NeedsNoPermission.class)) {
        var path = change.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        assertThat(new Window(server).send(path))
            .as(change.path())
            .hasStatus(303)
            .hasHeader("Location", "/console/sign-in");
      }
    }
  }

  private List<Change> changes() {
    var changes = new ArrayList<Change>();
    mappings
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              var ours = handler.getBeanType().getPackageName().startsWith("vn.ansinh.console");
              for (var method : changing(mapping.getMethodsCondition().getMethods())) {
                for (var path : mapping.getPatternValues()) {
                  assertThat(path.startsWith("/console")).as(path).isEqualTo(ours);
                  if (ours) {
                    changes.add(new Change(path, method, handler));
                  }
                }
              }
            });
    return changes;
  }

  private static List<RequestMethod> changing(Set<RequestMethod> methods) {
    return methods.stream()
        .filter(it -> it != RequestMethod.GET && it != RequestMethod.HEAD)
        .toList();
  }
}
