package vn.ansinh.portal.children;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.guardianship.ApplicationStatus;
import vn.ansinh.guardianship.Authorisations;
import vn.ansinh.guardianship.ChildApplications;
import vn.ansinh.guardianship.Guardianships;
import vn.ansinh.guardianship.Held;
import vn.ansinh.guardianship.Link;
import vn.ansinh.guardianship.LinkKind;
import vn.ansinh.guardianship.Right;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.web.Option;
import vn.ansinh.web.Problems;
import vn.ansinh.web.Texts;

/** Puts into words who acts for whom. */
@Component
class ChildrenScreen {

  private final Guardianships guardianships;
  private final ChildApplications applications;
  private final Authorisations authorisations;
  private final People people;
  private final Texts texts;

  ChildrenScreen(
      Guardianships guardianships,
      ChildApplications applications,
      Authorisations authorisations,
      People people,
      Texts texts) {
    this.guardianships = guardianships;
    this.applications = applications;
    this.authorisations = authorisations;
    this.people = people;
    this.texts = texts;
  }

  ChildrenPage of(
      PersonId person,
      @Nullable String notice,
      @Nullable String code,
      Problems problems,
      Locale language) {
    return new ChildrenPage(
        notice,
        guardianships.of(person).stream().map(it -> held(it, language)).toList(),
        applications.of(person).stream()
            .filter(it -> it.status() != ApplicationStatus.WITHDRAWN)
            .map(
                it ->
                    new ChildrenPage.Applied(
                        ChildWizard.path(it.id()),
                        it.name(),
                        it.status().name(),
                        ApplicationPages.tone(it.status())))
            .toList(),
        applications.mayApply(person),
        carers(person, language),
        authorisations.waiting(person),
        code,
        Stream.of(Right.values())
            .map(
                it ->
                    new Option(
                        it.name(),
                        texts.of(language, "children.right." + it),
                        texts.of(language, "children.right." + it + ".hint")))
            .toList(),
        problems);
  }

  private ChildrenPage.Row held(Held held, Locale language) {
    var link = held.link();
    var guardian = link.kind() == LinkKind.GUARDIAN;
    return new ChildrenPage.Row(
        link.id().value().toString(),
        held.person().fullName(),
        as(link, held.right(), language),
        until(link, language),
        guardian,
        guardian && held.right() == Right.ACT,
        guardian && held.right() == Right.LOOK);
  }

  private List<ChildrenPage.Row> carers(PersonId person, Locale language) {
    return guardianships.about(person).stream()
        .filter(it -> it.kind() == LinkKind.CARER && it.endedAt() == null)
        .map(
            it ->
                new ChildrenPage.Row(
                    it.id().value().toString(),
                    people.find(it.guardian()).map(Person::fullName).orElse("–"),
                    texts.of(language, "children.right." + it.scope()),
                    until(it, language),
                    false,
                    false,
                    false))
        .toList();
  }

  private String as(Link link, Right right, Locale language) {
    var relation = link.relation();
    var who =
        relation == null
            ? texts.of(language, "children.as.CARER")
            : texts.of(language, "children.as." + relation);
    return who + " · " + texts.of(language, "children.right." + right);
  }

  private String until(Link link, Locale language) {
    var lastDay = link.lastDay();
    return lastDay == null ? "" : texts.of(language, "children.until", VietnamTime.show(lastDay));
  }
}
