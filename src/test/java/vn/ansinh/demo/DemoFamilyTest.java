package vn.ansinh.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.DefaultApplicationArguments;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.guardianship.Guardianships;
import vn.ansinh.guardianship.LinkKind;
import vn.ansinh.imports.PeopleImport;
import vn.ansinh.people.People;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Role;
import vn.ansinh.support.ApplicationTest;

@ApplicationTest
class DemoFamilyTest {

  @Autowired AutowireCapableBeanFactory beans;
  @Autowired People people;
  @Autowired PeopleImport imports;
  @Autowired Accounts accounts;
  @Autowired Guardianships guardianships;

  @Test
  void a_mother_looks_at_her_child_and_her_father_and_a_second_start_changes_nothing()
      throws Exception {
    new DemoPeople(people, imports).run(new DefaultApplicationArguments());
    var staff = beans.createBean(DemoStaff.class);
    var family =
        new DemoFamily(
            people,
            accounts,
            beans.getBean(vn.ansinh.accounts.SignIn.class),
            beans.getBean(vn.ansinh.accounts.Sessions.class),
            beans.getBean(vn.ansinh.guardianship.ChildApplications.class),
            beans.getBean(vn.ansinh.guardianship.ChildPictures.class),
            beans.getBean(vn.ansinh.guardianship.ChildConsents.class),
            beans.getBean(vn.ansinh.consents.Consents.class),
            beans.getBean(vn.ansinh.guardianship.ChildHandIns.class),
            beans.getBean(vn.ansinh.guardianship.ChildDecisions.class),
            beans.getBean(vn.ansinh.guardianship.Authorisations.class),
            guardianships,
            beans.getBean(DemoLetters.class),
            staff,
            beans.getBean(java.time.Clock.class));
    assertThat(family.isThere()).isFalse();
    family.seed(reviewer());
    family.seed(reviewer());
    assertThat(family.isThere()).isTrue();
    var mother = people.byNumber(DemoFamily.MOTHER.number()).orElseThrow().id();
    assertThat(guardianships.of(mother))
        .extracting(it -> it.link().kind())
        .containsExactlyInAnyOrder(LinkKind.GUARDIAN, LinkKind.CARER);
    assertThat(accounts.exists(people.byNumber(DemoFamily.CHILD.number()).orElseThrow().id()))
        .isTrue();
  }

  private static Officer reviewer() {
    return new Officer(
        new OfficerId(Ids.next()),
        "can.bo.gia.dinh",
        "Cán bộ Mẫu",
        "07919",
        Set.of(Role.REVIEWER),
        true,
        true);
  }
}
