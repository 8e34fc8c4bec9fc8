package vn.ansinh.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.ansinh.AnSinh;
import vn.ansinh.accounts.Accounts;
import vn.ansinh.accounts.Claiming;
import vn.ansinh.accounts.Contacts;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.people.People;
import vn.ansinh.people.PersonChange;
import vn.ansinh.platform.Ids;
import vn.ansinh.platform.OfficerId;
import vn.ansinh.platform.PersonId;
import vn.ansinh.review.Queue;
import vn.ansinh.review.QueueFilter;
import vn.ansinh.review.QueueLine;
import vn.ansinh.review.QueueSort;
import vn.ansinh.review.QueueTab;
import vn.ansinh.staff.Officer;
import vn.ansinh.staff.Role;
import vn.ansinh.support.TestDatabase;

/** A database of before everything was sealed is taken over, also when that is cut off halfway. */
class UpgradeTest {

  private static final String BEFORE = "202611281099?";
  private static final PersonId LAN = PersonId.next();
  private static final UUID FILE = Ids.next();

  private final String url = TestDatabase.another();

  @Test
  void rows_in_the_old_form_answer_every_look_up_afterwards() throws Exception {
    application(BEFORE).close();
    try (var connection = TestDatabase.asOwner(url)) {
      insertTheOldForm(connection);
      execute(
          connection,
          """
          create function public.fail() returns trigger language plpgsql as
            $$ begin raise exception 'cut off'; end $$
          """);
      cutOff(connection, "before delete on people.paper", "old.number = '311111111'");
      cutOff(connection, "before update on people.person", "old.full_name = 'Nguyễn Văn 4500'");
      assertThat(count(connection, "people.plain_number_claim")).isZero();
      assertThat(count(connection, "people.person where particulars is not null"))
          .as("what was done before stays")
          .isBetween(1_000L, 4_999L);
      assertThat(count(connection, "flyway_schema_history where not success")).isZero();
    }
    try (var application = application("latest");
        var connection = TestDatabase.asOwner(url)) {
      everybodyIsFound(application);
      assertThat(count(connection, "people.person where particulars is null")).isZero();
      execute(connection, "checkpoint");
      assertThat(
              new PlainTraces(old()).inFilesUnder(tables(connection)).inTables(connection).found())
          .isEmpty();
    }
  }

  /** Fails at one row, as a full disk would; nothing of the row is told. */
  private void cutOff(Connection connection, String when, String row) throws SQLException {
    var table = when.substring(when.lastIndexOf(' ') + 1);
    execute(
        connection,
        "create trigger cut_off %s for each row when (%s) execute function public.fail()"
            .formatted(when, row));
    assertThatThrownBy(() -> application("latest"))
        .hasStackTraceContaining("cut off")
        .satisfies(
            it ->
                assertThat(org.assertj.core.util.Throwables.getStackTrace(it))
                    .doesNotContain("311111111")
                    .doesNotContain("Nguyễn"));
    execute(
        connection,
        "drop trigger cut_off on " + (table.equals("people.paper") ? "people.plain_paper" : table));
  }

  private void everybodyIsFound(ConfigurableApplicationContext application) {
    var people = application.getBean(People.class);
    for (var number : List.of("7911111111", "079190111111")) {
      assertThat(people.byNumber(number).orElseThrow().id()).as(number).isEqualTo(LAN);
    }
    assertThat(people.byNumber("7900004500").orElseThrow().fullName()).isEqualTo("Nguyễn Văn 4500");
    for (var paper : List.of("079190111111", "311111111", "C1111111")) {
      assertThat(people.matching("Nguyễn Thị Lan", new BirthDate(1990, 1, 15), paper))
          .as(paper)
          .hasSize(1);
    }
    var lan = people.find(LAN).orElseThrow();
    assertThat(List.of(lan.phone(), lan.email(), lan.address().street()))
        .containsExactly("+84981111111", "lan11111@example.vn", "111111 đường Thử");
    assertThat(people.history(LAN))
        .extracting(PersonChange::from, PersonChange::to)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("+84982222222", "+84981111111"));

    var contacts = application.getBean(Contacts.class);
    assertThat(contacts.holdsPhone(LAN, "+84981111111")).isTrue();
    assertThat(contacts.claim(PersonId.next(), null, "lan11111@example.vn"))
        .isInstanceOf(Claiming.EmailTaken.class);
    var account = application.getBean(Accounts.class).find(LAN).orElseThrow();
    assertThat(List.of(account.userName(), account.phone(), account.email()))
        .containsExactly("7911111111", "+84981111111", "lan11111@example.vn");

    for (var typed :
        List.of("7911111111", "079190111111", "0981 111 111", "nguyen thi", "F01-7K3M-9QXD")) {
      assertThat(queued(application.getBean(Queue.class), typed))
          .as(typed)
          .extracting(it -> it.id().value())
          .containsExactly(FILE);
    }
  }

  private static List<QueueLine> queued(Queue queue, String text) {
    var officer =
        new Officer(
            new OfficerId(Ids.next()), "thu", "Thử", "079", Set.of(Role.REVIEWER), true, true);
    return queue
        .page(
            new QueueFilter(QueueTab.ALL, text, null, null, null, null, null, QueueSort.NAME, 1),
            officer)
        .lines();
  }

  private void insertTheOldForm(Connection connection) throws SQLException {
    execute(
        connection,
        """
        insert into people.person
          (person_id, social_insurance_number, personal_id, full_name, name_search, birth_year, birth_month,
           birth_day, sex, address_layer, ward_code, street, phone, email, nationality, status, created_at, changed_at)
        values ('%1$s', '7911111111', '079190111111', 'Nguyễn Thị Lan', 'nguyen thi lan', 1990, 1, 15, 'FEMALE',
                'SINCE_2025', '27475', '111111 đường Thử', '+84981111111', 'lan11111@example.vn', 'VN', 'ACTIVE',
                now(), now());
        insert into people.person
          (person_id, social_insurance_number, full_name, name_search, birth_year, birth_month, birth_day, sex,
           nationality, status, created_at, changed_at)
        select gen_random_uuid(), '79' || lpad(i::text, 8, '0'), 'Nguyễn Văn ' || i, 'nguyen van ' || i, 1980, 0, 0,
               'MALE', 'VN', 'ACTIVE', now(), now()
        from generate_series(1, 5000) i;
        insert into people.social_insurance_number_claim select social_insurance_number, person_id from people.person;
        insert into people.personal_id_claim values ('079190111111', '%1$s');
        insert into people.paper values ('%1$s', 'OLD_CARD', '311111111'), ('%1$s', 'PASSPORT', 'C1111111');
        insert into people.person_change values
          ('%1$s', gen_random_uuid(), 'PHONE', '+84982222222', '+84981111111', now(), 'SYSTEM', null);
        insert into accounts.phone_claim (phone, person_id, confirmed, claimed_at)
          values ('+84981111111', '%1$s', true, now());
        insert into accounts.email_claim values ('lan11111@example.vn', '%1$s', now());
        insert into accounts.account
          (person_id, user_name, status, phone, email, language, opened_at, password_hash, password_set_at)
          values ('%1$s', '7911111111', 'ACTIVE', '+84981111111', 'lan11111@example.vn', 'vi', now(), 'x', now());
        insert into review.queue_entry
          (declaration_id, person_id, office_code, code, full_name, search_text, status, hand_in, submitted_at, due_at,
           assessment)
          values ('%2$s', '%1$s', '079', 'F01-7K3M-9QXD', 'Nguyễn Thị Lan',
                  'nguyen thi lan nguyen thi lan 7911111111 079190111111 0981111111 f01 7k3m 9qxd', 'IN_REVIEW',
                  'ONLINE', now(), now(), 'LOOK_HERE')
        """
            .formatted(LAN.value(), FILE));
  }

  private static java.util.Map<String, byte[]> old() {
    var canaries = new Canaries();
    for (var value :
        List.of(
            "7911111111",
            "079190111111",
            "311111111",
            "C1111111",
            "111111 đường Thử",
            "981111111",
            "982222222",
            "lan11111@example.vn",
            "7900004500")) {
      canaries.sought(value, value);
    }
    return canaries.all();
  }

  private static Path tables(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                select current_setting('data_directory') || '/base/' || oid from pg_database
                where datname = current_database()
                """)) {
      row.next();
      return Path.of(row.getString(1));
    }
  }

  private static long count(Connection connection, String from) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from " + from)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private ConfigurableApplicationContext application(String target) {
    var settings = new HashMap<>(TestDatabase.settings(url));
    settings.put("spring.flyway.target", target);
    settings.put("ansinh.outbox.running", "false");
    settings.put("logging.level.root", "warn");
    return new SpringApplicationBuilder(AnSinh.class)
        .web(WebApplicationType.NONE)
        .lazyInitialization(true)
        .run(
            settings.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new));
  }
}
