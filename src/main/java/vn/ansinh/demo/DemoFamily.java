package vn.ansinh.demo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.Contact;
import vn.ansinh.accounts.Device;
import vn.ansinh.accounts.Reauthenticated;
import vn.ansinh.accounts.Sessions;
import vn.ansinh.accounts.SettingPassword;
import vn.ansinh.accounts.SignIn;
import vn.ansinh.accounts.SigningIn;
import vn.ansinh.audit.Actor;
import vn.ansinh.consents.Consents;
import vn.ansinh.consents.Place;
import vn.ansinh.consents.Said;
import vn.ansinh.files.FileKind;
import vn.ansinh.guardianship.ApplicationId;
import vn.ansinh.guardianship.Authorisations;
import vn.ansinh.guardianship.ChildApplications;
import vn.ansinh.guardianship.ChildConsents;
import vn.ansinh.guardianship.ChildDecision;
import vn.ansinh.guardianship.ChildDecisions;
import vn.ansinh.guardianship.ChildHandIns;
import vn.ansinh.guardianship.ChildPictures;
import vn.ansinh.guardianship.Guardianships;
import vn.ansinh.guardianship.Right;
import vn.ansinh.notifications.MessageKind;
import vn.ansinh.people.People;
import vn.ansinh.people.Person;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.staff.Officer;

/**
 * A family of the demo, made the way every family is: a mother with an account applies for her
 * child, the office approves, and her father lets her look at his data. Beside the start, for it
 * reads codes from messages; what fails stands in the log, and the demo is without a family.
 */
@DemoOnly
@Component
@Order(200)
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "ansinh.demo.seed", matchIfMissing = true)
class DemoFamily implements ApplicationRunner {

  /** Of the mother and her father; the child's first password lies in the outbox. */
  static final String PASSWORD = "mua xuan tren ban lang";

  static final StartPage.Relative MOTHER = new StartPage.Relative("7900000031", "Đặng Thị Nuôi");
  static final StartPage.Relative CHILD = new StartPage.Relative("7900000044", "Lê Bé Ngoan");
  static final StartPage.Relative FATHER = new StartPage.Relative("7900000057", "Đặng Văn Lão");

  private static final Logger LOG = LoggerFactory.getLogger(DemoFamily.class);
  private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");
  private static final Pattern FIRST_PASSWORD =
      Pattern.compile("(?<![\\w/-])[a-z2-9]{5}-[a-z2-9]{5}(?![\\w-])");
  private static final Locale VI = Locale.of("vi");
  private static final Device HERE = new Device("demo", "Bản dùng thử");

  private final People people;
  private final Accounts accounts;
  private final SignIn signIn;
  private final Sessions sessions;
  private final ChildApplications applications;
  private final ChildPictures pictures;
  private final ChildConsents needed;
  private final Consents consents;
  private final ChildHandIns handIns;
  private final ChildDecisions decisions;
  private final Authorisations authorisations;
  private final Guardianships guardianships;
  private final DemoLetters letters;
  private final DemoStaff staff;
  private final Clock clock;

  DemoFamily(
      People people,
      Accounts accounts,
      SignIn signIn,
      Sessions sessions,
      ChildApplications applications,
      ChildPictures pictures,
      ChildConsents needed,
      Consents consents,
      ChildHandIns handIns,
      ChildDecisions decisions,
      Authorisations authorisations,
      Guardianships guardianships,
      DemoLetters letters,
      DemoStaff staff,
      Clock clock) {
    this.people = people;
    this.accounts = accounts;
    this.signIn = signIn;
    this.sessions = sessions;
    this.applications = applications;
    this.pictures = pictures;
    this.needed = needed;
    this.consents = consents;
    this.handIns = handIns;
    this.decisions = decisions;
    this.authorisations = authorisations;
    this.guardianships = guardianships;
    this.letters = letters;
    this.staff = staff;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    Thread.ofVirtual().name("demo-family").start(this::seedOrLog);
  }

  /** Whether visitors can sign in as them. */
  boolean isThere() {
    return person(FATHER)
        .filter(
            it -> guardianships.about(it.id()).stream().anyMatch(link -> link.endedAt() == null))
        .isPresent();
  }

  private void seedOrLog() {
    try {
      seed(staff.find(DemoStaff.REVIEWER).orElseThrow());
    } catch (RuntimeException e) {
      LOG.warn("the demo has no family: {}", e.toString());
    }
  }

  /** Once; a family that was broken off in the middle is left as it is. */
  void seed(Officer reviewer) {
    var mother = person(MOTHER).orElseThrow();
    var father = person(FATHER).orElseThrow();
    if (accounts.exists(mother.id()) || accounts.exists(father.id())) {
      return;
    }
    signedIn(mother, "+84900000031", "nuoi.mau@example.vn");
    child(mother, person(CHILD).orElseThrow(), reviewer);
    var session = signedIn(father, "+84900000057", "lao.mau@example.vn");
    var lastDay = VietnamTime.today(clock).plusMonths(6);
    if (authorisations.offer(session, PASSWORD, HERE, Right.LOOK, lastDay)
        instanceof Reauthenticated.Done<Optional<String>>(var code)) {
      authorisations.accept(mother.id(), code.orElseThrow());
    }
    LOG.info("The demo has a family: {} looks at two people's data", MOTHER.number());
  }

  private CitizenSession signedIn(Person person, String phone, String email) {
    accounts.open(
        person.id(),
        person.number(),
        List.of(Contact.phone(phone), Contact.email(email)),
        VI,
        Actor.SYSTEM);
    var first = letters.secret(phone, MessageKind.FIRST_PASSWORD, FIRST_PASSWORD);
    if (signIn.signIn(person.number(), first, HERE) instanceof SigningIn.MustSetPassword(var ticket)
        && signIn.setFirstPassword(ticket, PASSWORD, HERE)
            instanceof SettingPassword.Set(var started)) {
      return sessions.current(started.cookieValue()).orElseThrow();
    }
    throw new IllegalStateException("the first password does not sign in");
  }

  private void child(Person mother, Person child, Officer reviewer) {
    var id = applications.start(mother.id(), VI).orElseThrow().id();
    applications.save(
        mother.id(),
        id,
        it ->
            it.withChild(
                    "MOTHER",
                    child.number(),
                    child.fullName(),
                    child.birthDate().text(),
                    child.sex().name())
                .at(reviewer.officeCode()));
    pictures.add(mother.id(), id, FileKind.PORTRAIT, picture(new Color(0x9db8d2)));
    pictures.add(mother.id(), id, FileKind.BIRTH_CERTIFICATE, picture(new Color(0xe8e2d0)));
    agree(mother, id);
    handIns.sendCode(mother.id(), id, VI, "demo");
    var code = letters.secret("nuoi.mau@example.vn", MessageKind.CODE, CODE);
    handIns.submit(mother.id(), id, code);
    var version = applications.find(id).orElseThrow().version();
    if (!(decisions.approve(id, version, reviewer) instanceof ChildDecision.Done)) {
      throw new IllegalStateException("the child was not approved");
    }
  }

  private void agree(Person mother, ApplicationId id) {
    var said = new Said(Place.CHILD_APPLICATION, HERE.name(), "vi");
    needed
        .needed(applications.find(id).orElseThrow())
        .forEach(it -> consents.giveFor(id.value(), mother.id(), it, it.wording(), said));
  }

  private Optional<Person> person(StartPage.Relative one) {
    return people.byNumber(one.number());
  }

  /** Nobody's, and no paper: a coloured sheet. */
  private static byte[] picture(Color colour) {
    var image = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, 600, 800);
    graphics.setColor(colour.darker());
    graphics.fillOval(180, 180, 240, 320);
    graphics.dispose();
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "jpg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
