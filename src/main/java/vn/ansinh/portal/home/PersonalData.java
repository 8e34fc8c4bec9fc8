package vn.ansinh.portal.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.ansinh.accounts.Account;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.PasswordAge;
import vn.ansinh.catalogue.AdministrativeUnits;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.catalogue.Office;
import vn.ansinh.catalogue.Offices;
import vn.ansinh.catalogue.UnitPath;
import vn.ansinh.factors.RecoveryCodes;
import vn.ansinh.factors.RecoveryCodesLeft;
import vn.ansinh.guardianship.ChildApplications;
import vn.ansinh.guardianship.Held;
import vn.ansinh.guardianship.LinkKind;
import vn.ansinh.guardianship.Right;
import vn.ansinh.identity.EmailAddresses;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.Phones;
import vn.ansinh.people.Address;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.portal.PersonSwitch;
import vn.ansinh.registration.Declarations;
import vn.ansinh.stopping.Stoppings;
import vn.ansinh.web.PictureReferences;
import vn.ansinh.web.Texts;

/** Puts into words what the register and the account know of the person who looks. */
@Component
class PersonalData {

  private final People people;
  private final Accounts accounts;
  private final Declarations declarations;
  private final AdministrativeUnits units;
  private final Offices offices;
  private final ChildApplications applications;
  private final PersonSwitch choices;
  private final PasswordAge passwordAge;
  private final RecoveryCodes codes;
  private final Stoppings stoppings;
  private final Texts texts;
  private final PictureReferences references;

  PersonalData(
      People people,
      Accounts accounts,
      Declarations declarations,
      AdministrativeUnits units,
      Offices offices,
      ChildApplications applications,
      PersonSwitch choices,
      PasswordAge passwordAge,
      RecoveryCodes codes,
      Stoppings stoppings,
      Texts texts,
      PictureReferences references) {
    this.people = people;
    this.accounts = accounts;
    this.declarations = declarations;
    this.units = units;
    this.offices = offices;
    this.applications = applications;
    this.choices = choices;
    this.passwordAge = passwordAge;
    this.codes = codes;
    this.stoppings = stoppings;
    this.texts = texts;
    this.references = references;
  }

  HomePage of(CitizenSession session, @Nullable String notice, Locale language) {
    var id = session.person();
    var person = people.find(id).orElseThrow();
    var account =
        accounts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new HomePage(
        person.fullName(),
        declarations
            .portrait(id)
            .map(it -> references.to(PortraitPages.PATH, it.value()))
            .orElse(null),
        initials(person.fullName()),
        facts(person, account, language),
        account(person, account, language),
        office(person.address()).orElse(null),
        choices.of(id, null, language),
        passwordAge.shouldChange(account),
        codes
            .left(session)
            .filter(RecoveryCodesLeft::few)
            .map(RecoveryCodesLeft::left)
            .orElse(null),
        stoppings.waiting(id).map(it -> VietnamTime.show(it.dueAt())).orElse(null),
        notice);
  }

  /** Of somebody whom the person signed in may look at. */
  WardPage of(Held held, PersonId viewer, Locale language) {
    var link = held.link();
    var person = held.person();
    var path = WardPages.path(link.id());
    return new WardPage(
        path,
        person.fullName(),
        applications
            .portrait(person.id())
            .or(() -> declarations.portrait(person.id()))
            .map(it -> references.to(path + "/portrait", it.value()))
            .orElse(null),
        initials(person.fullName()),
        facts(person, null, language),
        office(person.address()).orElse(null),
        link.kind() == LinkKind.GUARDIAN,
        held.right() == Right.ACT,
        choices.of(viewer, link.id(), language));
  }

  private List<Fact> facts(Person person, @Nullable Account account, Locale language) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.hidden(texts.of(language, "home.number"), person.number()));
    facts.add(Fact.open(texts.of(language, "home.birthDate"), person.birthDate().text()));
    facts.add(Fact.open(texts.of(language, "home.sex"), sex(person, language)));
    for (var paper : person.papers()) {
      facts.add(Fact.hidden(label(paper, language), paper.number()));
    }
    var own = account == null ? null : account.phone();
    var phone = own == null ? person.phone() : own;
    if (phone != null) {
      facts.add(phone(phone, language));
    }
    var address = person.address();
    if (address != null) {
      facts.add(Fact.open(texts.of(language, "home.address"), written(address)));
      successors(address)
          .ifPresent(it -> facts.add(Fact.open(texts.of(language, "home.address.now"), it)));
    }
    return facts;
  }

  private List<Fact> account(Person person, Account account, Locale language) {
    var facts = new ArrayList<Fact>();
    facts.add(Fact.hidden(texts.of(language, "home.userName"), person.number()));
    if (account.phone() != null) {
      facts.add(phone(account.phone(), language));
    }
    var email = account.email();
    if (email != null) {
      facts.add(new Fact(texts.of(language, "home.email"), email, EmailAddresses.masked(email)));
    }
    var set = account.passwordSetAt();
    if (set != null) {
      facts.add(
          Fact.open(
              texts.of(language, "home.password"),
              texts.of(language, "home.password.set", VietnamTime.show(VietnamTime.date(set)))));
    }
    return facts;
  }

  private Fact phone(String phone, Locale language) {
    return new Fact(texts.of(language, "home.phone"), Phones.local(phone), Phones.masked(phone));
  }

  private String sex(Person person, Locale language) {
    return switch (person.sex()) {
      case MALE -> texts.of(language, "home.sex.male");
      case FEMALE -> texts.of(language, "home.sex.female");
      case OTHER -> texts.of(language, "home.sex.other");
    };
  }

  private String label(IdentityPaper paper, Locale language) {
    return switch (paper.kind()) {
      case CITIZEN_CARD -> texts.of(language, "home.paper.citizenCard");
      case OLD_CARD -> texts.of(language, "home.paper.oldCard");
      case PASSPORT -> texts.of(language, "home.paper.passport");
    };
  }

  private String written(Address address) {
    var place = units.path(address.layer(), address.wardCode()).map(UnitPath::text).orElse("");
    return List.of(address.street(), place).stream()
        .filter(it -> !it.isBlank())
        .collect(Collectors.joining(", "));
  }

  /** Where an address of the three-level division lies since 1 July 2025. */
  private Optional<String> successors(Address address) {
    if (address.layer() != Layer.UNTIL_2025) {
      return Optional.empty();
    }
    var now =
        units.successors(address.wardCode()).stream()
            .map(UnitPath::text)
            .collect(Collectors.joining("; "));
    return now.isEmpty() ? Optional.empty() : Optional.of(now);
  }

  private Optional<Office> office(@Nullable Address address) {
    return address == null
        ? Optional.empty()
        : offices.suggest(address.layer(), address.wardCode()).stream().findFirst();
  }

  /** Of the family name and the given name: {@code NA} for Nguyễn Văn An. */
  private static String initials(String fullName) {
    var words = fullName.split(" ");
    var first = words[0].substring(0, 1);
    return words.length == 1 ? first : first + words[words.length - 1].substring(0, 1);
  }
}
