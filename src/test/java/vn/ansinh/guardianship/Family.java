package vn.ansinh.guardianship;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.audit.Actor;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Purpose;
import vn.ansinh.consents.Said;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Pictures;
import vn.ansinh.files.Upload;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.Sex;
import vn.ansinh.people.NewPerson;
import vn.ansinh.people.People;
import vn.ansinh.people.PersonStatus;
import vn.ansinh.people.RegisterFixtures;
import vn.ansinh.people.Registered;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Role;

/** Invented guardians and children, and what they do, for tests of this module and its pages. */
public final class Family {

  /** A child of the register and the number it is known by. */
  public record Child(PersonId id, String number) {}

  public static final String OFFICE = "07919";
  public static final String NAME = "Nguyễn Bé Mẫu";
  private static final byte[] PHOTO = Pictures.jpeg(480, 640);

  private final People people;
  private final Accounts accounts;
  private final ChildApplications applications;
  private final ChildPictures pictures;
  private final ChildConsents needed;
  private final Consents consents;
  private final ChildHandIns handIns;
  private final ChildDecisions decisions;
  private final SentSecrets letterBox;
  private final JdbcClient sql;

  public Family(ApplicationContext context) {
    people = context.getBean(People.class);
    accounts = context.getBean(Accounts.class);
    applications = context.getBean(ChildApplications.class);
    pictures = context.getBean(ChildPictures.class);
    needed = context.getBean(ChildConsents.class);
    consents = context.getBean(Consents.class);
    handIns = context.getBean(ChildHandIns.class);
    decisions = context.getBean(ChildDecisions.class);
    letterBox = context.getBeanProvider(SentSecrets.class).getIfAvailable();
    sql = context.getBean(JdbcClient.class);
  }

  public static Officer officer(Role role) {
    return officer(OFFICE, role);
  }

  public static Officer officer(String office, Role role) {
    return new Officer(
        new OfficerId(Ids.next()), "can.bo.tre.em", "Cán bộ Mẫu", office, Set.of(role), true, true);
  }

  public static LocalDate today() {
    return LocalDate.now(VietnamTime.ZONE);
  }

  public Somebody guardian() {
    return Somebody.withAccount(people, accounts);
  }

  /** Eight years old, in the guardian's household. */
  public Child child(Somebody guardian) {
    return child(BirthDate.of(today().minusYears(8)), guardian.person().householdCode());
  }

  public Child child(BirthDate born, String household) {
    while (true) {
      var number = RegisterFixtures.socialInsuranceNumber();
      var child =
          new NewPerson(
              number,
              null,
              NAME,
              born,
              Sex.FEMALE,
              List.of(),
              RegisterFixtures.mau().address(),
              null,
              null,
              household,
              "08",
              "01",
              "VN");
      if (people.add(child, Actor.SYSTEM) instanceof Registered.Added(var id)) {
        return new Child(id, number);
      }
    }
  }

  /** Complete but for the code. */
  public ApplicationId filledIn(Somebody guardian, Child child) {
    var id = applications.start(guardian.id(), Locale.of("vi")).orElseThrow().id();
    fill(guardian, id, child.number(), NAME, people.find(child.id()).orElseThrow().birthDate());
    return id;
  }

  public void fill(
      Somebody guardian, ApplicationId id, String number, String name, BirthDate born) {
    applications.save(
        guardian.id(),
        id,
        it -> it.withChild("MOTHER", number, name, born.text(), "FEMALE").at(OFFICE));
    picture(guardian, id, FileKind.PORTRAIT);
    picture(guardian, id, FileKind.BIRTH_CERTIFICATE);
  }

  public Upload picture(Somebody guardian, ApplicationId id, FileKind kind) {
    return pictures.add(guardian.id(), id, kind, PHOTO);
  }

  /** To everything that is needed, the child too. */
  public void agree(Somebody guardian, ApplicationId id) {
    needed.needed(applications.find(id).orElseThrow()).forEach(it -> agree(guardian, id, it));
  }

  public void agree(Somebody guardian, ApplicationId id, Purpose purpose) {
    var said = new Said(Place.CHILD_APPLICATION, "Chrome, Android", "vi");
    consents.giveFor(id.value(), guardian.id(), purpose, purpose.wording(), said);
  }

  /** The code as the guardian reads it, who has agreed. */
  public String code(Somebody guardian, ApplicationId id) {
    agree(guardian, id);
    return codeOnly(guardian, id);
  }

  public String codeOnly(Somebody guardian, ApplicationId id) {
    handIns.sendCode(guardian.id(), id, Locale.of("vi"), "net-" + guardian.id().value());
    return letterBox.newestCode(guardian.email());
  }

  public ChildSubmission submit(Somebody guardian, ApplicationId id) {
    return handIns.submit(guardian.id(), id, code(guardian, id));
  }

  public ApplicationId submitted(Somebody guardian, Child child) {
    var id = filledIn(guardian, child);
    if (!(submit(guardian, id) instanceof ChildSubmission.Accepted)) {
      throw new AssertionError("not handed in");
    }
    return id;
  }

  public ChildDecision approve(ApplicationId id) {
    var version = applications.find(id).orElseThrow().version();
    return decisions.approve(id, version, officer(Role.REVIEWER));
  }

  /** From the first word to the approval. */
  public ApplicationId approved(Somebody guardian, Child child) {
    var id = submitted(guardian, child);
    var decision = approve(id);
    if (!(decision instanceof ChildDecision.Done)) {
      throw new AssertionError(decision);
    }
    return id;
  }

  /** As a correction in the register would. */
  public void born(PersonId person, BirthDate born) {
    sql.sql(
            """
            update people.person
            set birth_year = :year, birth_month = :month, birth_day = :day
            where person_id = :person
            """)
        .param("year", born.year())
        .param("month", born.month() == null ? 0 : born.month())
        .param("day", born.day() == null ? 0 : born.day())
        .param("person", person.value())
        .update();
  }

  public void status(PersonId person, PersonStatus status) {
    sql.sql("update people.person set status = :status where person_id = :person")
        .param("status", status.name())
        .param("person", person.value())
        .update();
  }

  public long audited(String action, PersonId actor, PersonId about) {
    return sql.sql(
            """
            select count(*) from audit.entry
            where action = :action and actor_id = :actor and person_id = :about
            """)
        .param("action", action)
        .param("actor", actor.value())
        .param("about", about.value())
        .query(Long.class)
        .single();
  }

  /** The kinds of what was written to somebody about children, in order. */
  public List<String> told(Somebody somebody) {
    return sql.sql(
            """
            select kind from notifications.message
            where person_id = :person and (kind like 'CHILD%' or kind like 'GUARD%' or kind like 'CARER%')
            order by id
            """)
        .param("person", somebody.id().value())
        .query(String.class)
        .list();
  }
}
