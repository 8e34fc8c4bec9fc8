package vn.ansinh.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ansinh.guardianship.Guardianships;
import vn.ansinh.guardianship.LinkId;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.PersonId;
import vn.ansinh.web.Texts;

/** The one place from which to go over to somebody else's data and back. */
@Component
public class PersonSwitch {

  private final Guardianships guardianships;
  private final People people;
  private final Texts texts;

  PersonSwitch(Guardianships guardianships, People people, Texts texts) {
    this.guardianships = guardianships;
    this.people = people;
    this.texts = texts;
  }

  /**
   * Empty for somebody who may look at nobody else's.
   *
   * @param shown whose data the page shows; absent for one's own
   */
  public List<PersonChoice> of(PersonId me, @Nullable LinkId shown, Locale language) {
    var held = guardianships.of(me);
    if (held.isEmpty()) {
      return List.of();
    }
    var choices = new ArrayList<PersonChoice>();
    choices.add(
        new PersonChoice(
            "/home",
            people.find(me).map(Person::fullName).orElse(""),
            texts.of(language, "children.switch.me"),
            shown == null));
    held.forEach(
        it ->
            choices.add(
                new PersonChoice(
                    "/home/children/" + it.link().id().value(),
                    it.person().fullName(),
                    texts.of(language, "children.switch." + it.link().kind()),
                    it.link().id().equals(shown))));
    return choices;
  }
}
