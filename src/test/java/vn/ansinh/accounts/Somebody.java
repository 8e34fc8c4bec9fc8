package vn.ansinh.accounts;

import java.util.List;
import java.util.Locale;
import vn.ansinh.audit.Actor;
import vn.ansinh.people.NewPerson;
import vn.ansinh.people.People;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.people.Registered;
import vn.ansinh.platform.PersonId;
import vn.ansinh.support.Unique;

/** An invented person of the register with a phone and a network of their own. */
public record Somebody(PersonId id, NewPerson person, String phone, String email, Device device) {

  public static Somebody in(People people) {
    while (true) {
      var mau = RegisterFixtures.mau();
      if (people.add(mau, Actor.SYSTEM) instanceof Registered.Added(var id)) {
        return new Somebody(id, mau, anyPhone(), anyEmail(), anyDevice());
      }
    }
  }

  public static Somebody withAccount(People people, Accounts accounts) {
    var somebody = in(people);
    accounts.open(
        somebody.id(),
        somebody.number(),
        List.of(Contact.phone(somebody.phone()), Contact.email(somebody.email())),
        Locale.of("vi"),
        Actor.SYSTEM);
    return somebody;
  }

  public String number() {
    return person.socialInsuranceNumber();
  }

  public static String anyPhone() {
    return "+8498" + Unique.digits(7);
  }

  public static String anyEmail() {
    return "somebody" + Unique.digits(9) + "@example.vn";
  }

  public static Device anyDevice() {
    return new Device("net-" + Unique.digits(9), "Chrome, Android");
  }
}
