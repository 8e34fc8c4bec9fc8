package vn.ansinh.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.catalogue.Layer;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.identity.Sex;
import vn.ansinh.platform.PersonId;

@Repository
class PersonStore {

  private final JdbcClient sql;
  private final Clock clock;

  PersonStore(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  Optional<Person> find(PersonId id) {
    return withIds(List.of(id.value())).stream().findFirst();
  }

  List<Person> withIds(Collection<UUID> ids) {
    return sql.sql(
            """
            select person_id, social_insurance_number, personal_id, full_name, birth_year, birth_month, birth_day, sex,
                   address_layer, ward_code, street, phone, email, household_code, household_relation, ethnic_group,
                   nationality, status,
                   array(select kind || ' ' || number from people.paper
                         where paper.person_id = person.person_id order by kind, number) as papers
            from people.person
            where person_id = any (:ids)
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) -> person(row))
        .list();
  }

  /** Two statements for a hit as for a miss. */
  List<Person> withNameDateAndPaper(String nameSearch, BirthDate birthDate, String paperNumber) {
    var ids =
        sql.sql(
                """
                select person_id
                from people.person
                where birth_year = :year and birth_month = :month and birth_day = :day
                  and name_search = :name and status = 'ACTIVE'
                  and (personal_id = :paper
                       or exists (select 1 from people.paper
                                  where paper.person_id = person.person_id and paper.number = :paper))
                """)
            .param("year", birthDate.year())
            .param("month", orZero(birthDate.month()))
            .param("day", orZero(birthDate.day()))
            .param("name", nameSearch)
            .param("paper", paperNumber)
            .query(UUID.class)
            .list();
    return withIds(ids.isEmpty() ? List.of(PersonId.next().value()) : ids);
  }

  List<Person> ofHousehold(String householdCode) {
    var ids =
        sql.sql(
                """
                select person_id
                from people.person
                where household_code = :household
                order by birth_year, birth_month, birth_day, person_id
                """)
            .param("household", householdCode)
            .query(UUID.class)
            .list();
    return withIds(ids).stream()
        .sorted((a, b) -> Integer.compare(ids.indexOf(a.id().value()), ids.indexOf(b.id().value())))
        .toList();
  }

  void insert(PersonId id, NewPerson person) {
    var address = person.address();
    var born = person.birthDate();
    sql.sql(
            """
            insert into people.person
              (person_id, social_insurance_number, personal_id, full_name, name_search, birth_year, birth_month,
               birth_day, sex, address_layer, ward_code, street, phone, email, household_code, household_relation,
               ethnic_group, nationality, status, created_at, changed_at)
            values
              (:id, :number, :personalId, :fullName, :nameSearch, :year, :month, :day, :sex, :layer, :ward, :street,
               :phone, :email, :household, :relation, :ethnicGroup, :nationality, 'ACTIVE', :now, :now)
            """)
        .param("id", id.value())
        .param("number", person.socialInsuranceNumber())
        .param("personalId", person.personalId())
        .param("fullName", person.fullName())
        .param("nameSearch", PersonNames.searchForm(person.fullName()))
        .param("year", born.year())
        .param("month", orZero(born.month()))
        .param("day", orZero(born.day()))
        .param("sex", person.sex().name())
        .param("layer", address == null ? null : address.layer().name())
        .param("ward", address == null ? null : address.wardCode())
        .param("street", address == null ? null : address.street())
        .param("phone", person.phone())
        .param("email", person.email())
        .param("household", person.householdCode())
        .param("relation", person.householdRelation())
        .param("ethnicGroup", person.ethnicGroup())
        .param("nationality", person.nationality())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    person.papers().forEach(paper -> insertPaper(id, paper));
  }

  void insertPaper(PersonId id, IdentityPaper paper) {
    sql.sql(
            """
            insert into people.paper (person_id, kind, number)
            values (:id, :kind, :number)
            on conflict do nothing
            """)
        .param("id", id.value())
        .param("kind", paper.kind().name())
        .param("number", paper.number())
        .update();
  }

  static int orZero(@Nullable Integer part) {
    return part == null ? 0 : part;
  }

  private static Person person(ResultSet row) throws SQLException {
    return new Person(
        new PersonId(row.getObject("person_id", UUID.class)),
        row.getString("social_insurance_number"),
        row.getString("personal_id"),
        row.getString("full_name"),
        new BirthDate(
            row.getInt("birth_year"),
            orNull(row.getInt("birth_month")),
            orNull(row.getInt("birth_day"))),
        Sex.valueOf(row.getString("sex")),
        papers(row),
        address(row),
        row.getString("phone"),
        row.getString("email"),
        row.getString("household_code"),
        row.getString("household_relation"),
        row.getString("ethnic_group"),
        row.getString("nationality"),
        PersonStatus.valueOf(row.getString("status")));
  }

  private static List<IdentityPaper> papers(ResultSet row) throws SQLException {
    var papers = new ArrayList<IdentityPaper>();
    var personalId = row.getString("personal_id");
    if (personalId != null) {
      papers.add(new IdentityPaper(PaperKind.CITIZEN_CARD, personalId));
    }
    for (var paper : (String[]) row.getArray("papers").getArray()) {
      int space = paper.indexOf(' ');
      papers.add(
          new IdentityPaper(
              PaperKind.valueOf(paper.substring(0, space)), paper.substring(space + 1)));
    }
    return papers;
  }

  private static @Nullable Address address(ResultSet row) throws SQLException {
    var layer = row.getString("address_layer");
    return layer == null
        ? null
        : new Address(Layer.valueOf(layer), row.getString("ward_code"), row.getString("street"));
  }

  private static @Nullable Integer orNull(int part) {
    return part == 0 ? null : part;
  }
}
