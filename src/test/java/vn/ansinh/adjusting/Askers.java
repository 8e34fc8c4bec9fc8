package vn.ansinh.adjusting;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.CitizenSession;
import vn.ansinh.accounts.SentSecrets;
import vn.ansinh.accounts.Sessions;
import vn.ansinh.accounts.SettingPassword;
import vn.ansinh.accounts.SignIn;
import vn.ansinh.accounts.SigningIn;
import vn.ansinh.accounts.Somebody;
import vn.ansinh.accounts.StartedSession;
import vn.ansinh.catalogue.Office;
import vn.ansinh.files.FileKind;
import vn.ansinh.files.Files;
import vn.ansinh.files.Pictures;
import vn.ansinh.people.People;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PersonId;
import vn.ansinh.platform.VietnamTime;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Role;
import vn.ansinh.support.TestClock;

/** Invented people who ask for corrections, and officers who decide, for tests. */
public final class Askers {

  /** Somebody signed in. */
  public record Asker(Somebody who, StartedSession started, CitizenSession session) {

    public PersonId id() {
      return who.id();
    }
  }

  static final String OWN = "chieu mua ben song";
  static final String NEW_NAME = "Trần Thị Mới";
  static final Locale VI = Locale.of("vi");
  private static final byte[] PHOTO = Pictures.jpeg(480, 640);

  private final People people;
  private final Accounts accounts;
  private final Adjustments adjustments;
  private final AdjustmentPictures pictures;
  private final AdjustmentHandIns handIns;
  private final AdjustmentDesk desk;
  private final Files files;
  private final SignIn signIn;
  private final Sessions sessions;
  private final SentSecrets letterBox;
  private final TestClock clock;
  private final JdbcClient sql;

  public Askers(ApplicationContext context) {
    people = context.getBean(People.class);
    accounts = context.getBean(Accounts.class);
    adjustments = context.getBean(Adjustments.class);
    pictures = context.getBean(AdjustmentPictures.class);
    handIns = context.getBean(AdjustmentHandIns.class);
    desk = context.getBean(AdjustmentDesk.class);
    files = context.getBean(Files.class);
    signIn = context.getBean(SignIn.class);
    sessions = context.getBean(Sessions.class);
    letterBox = context.getBean(SentSecrets.class);
    clock = context.getBean(TestClock.class);
    sql = context.getBean(JdbcClient.class);
  }

  public Asker asker() {
    var who = Somebody.withAccount(people, accounts);
    var first = letterBox.firstPassword(who.id());
    var asked = (SigningIn.MustSetPassword) signIn.signIn(who.number(), first, who.device());
    var set = (SettingPassword.Set) signIn.setFirstPassword(asked.ticket(), OWN, who.device());
    return new Asker(
        who, set.session(), sessions.current(set.session().cookieValue()).orElseThrow());
  }

  public static Officer officer(String office, Role... roles) {
    return new Officer(
        new OfficerId(Ids.next()), "can.bo", "Cán bộ Mẫu", office, Set.of(roles), true, true);
  }

  public Officer reviewer() {
    return officer(Office.ROOT, Role.REVIEWER);
  }

  LocalDate today() {
    return VietnamTime.today(clock);
  }

  static String text(LocalDate day) {
    return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
  }

  /** Complete but for the code: another name from a day on. */
  Adjustment renaming(Asker asker, LocalDate from) {
    return filled(asker, Set.of(Item.FULL_NAME), Map.of(AdjustmentField.FULL_NAME, NEW_NAME), from);
  }

  Adjustment filled(
      Asker asker, Set<Item> items, Map<AdjustmentField, String> typed, LocalDate from) {
    adjustments.choose(asker.id(), EnumSet.copyOf(items), VI).orElseThrow();
    var all = new EnumMap<AdjustmentField, String>(AdjustmentField.class);
    all.putAll(typed);
    all.put(AdjustmentField.REASON, "MISTAKE");
    all.put(AdjustmentField.NOTE, "Theo giấy khai sinh");
    all.put(AdjustmentField.EFFECTIVE_ON, text(from));
    adjustments.save(asker.id(), it -> it.with(all)).orElseThrow();
    if (items.contains(Item.PAPER)) {
      photo(asker, FileKind.PAPER_FRONT);
      photo(asker, FileKind.PAPER_BACK);
    } else if (items.stream().anyMatch(Item::isOfCivilStatus)) {
      photo(asker, FileKind.BIRTH_CERTIFICATE);
    }
    return adjustments.editable(asker.id()).orElseThrow();
  }

  void photo(Asker asker, FileKind kind) {
    pictures.add(asker.id(), kind, PHOTO).orElseThrow();
    var now = adjustments.editable(asker.id()).orElseThrow().pictures();
    files.safety(List.of(now.of(kind)), Duration.ofSeconds(30));
  }

  AskingToAdjust begin(Asker asker) {
    return handIns.begin(asker.session(), OWN, asker.who().device(), VI);
  }

  String code(Asker asker) {
    return letterBox.newestCode(asker.who().phone());
  }

  /** With the office. */
  Adjustment submitted(Asker asker) {
    if (!(begin(asker) instanceof AskingToAdjust.Begun)
        || !(handIns.confirm(asker.session(), code(asker))
            instanceof ConfirmingAdjustment.Submitted)) {
      throw new AssertionError(
          adjustments.problems(adjustments.newest(asker.id()).orElseThrow()).toString());
    }
    return adjustments.newest(asker.id()).orElseThrow();
  }

  /** A new name, with the office. */
  public UUID handedIn(Asker asker) {
    renaming(asker, today());
    return submitted(asker).id();
  }

  AdjustmentDecision approve(Adjustment adjustment, Officer officer) {
    desk.take(adjustment.id(), officer);
    return desk.approve(
        adjustment.id(), adjustment.version(), looked(adjustment.id(), officer), officer);
  }

  /** The mark of what an officer sees now; empty where they see nothing. */
  String looked(UUID id, Officer officer) {
    return desk.open(id, officer).map(AdjustmentFile::mark).orElse("");
  }

  Adjustment now(Asker asker) {
    return adjustments.newest(asker.id()).orElseThrow();
  }

  long audited(String action, Asker about) {
    return sql.sql(
            "select count(*) from audit.entry where action = :action and person_id = :person")
        .param("action", action)
        .param("person", about.id().value())
        .query(Long.class)
        .single();
  }

  /** The kinds of what was written about corrections, in order. */
  List<String> told(Asker asker) {
    return sql.sql(
            """
            select kind from notifications.message
            where person_id = :person and kind like 'ADJUSTMENT%' order by id
            """)
        .param("person", asker.id().value())
        .query(String.class)
        .list();
  }
}
