package vn.ansinh.people;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.ansinh.identity.BirthDate;
import vn.ansinh.identity.IdentityPaper;
import vn.ansinh.identity.PaperKind;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.people.SealedPeople.Particulars;
import vn.ansinh.platform.PersonId;

@Repository
class PersonStore {

  private final JdbcClient sql;
  private final PersonRow rows;
  private final NumberClaimStore claims;
  private final SealedPeople seal;
  private final Clock clock;

  PersonStore(
      JdbcClient sql, PersonRow rows, NumberClaimStore claims, SealedPeople seal, Clock clock) {
    this.sql = sql;
    this.rows = rows;
    this.claims = claims;
    this.seal = seal;
    this.clock = clock;
  }

  Optional<Person> find(PersonId id) {
    return withIds(List.of(id.value())).stream().findFirst();
  }

  List<Person> withIds(Collection<UUID> ids) {
    return sql.sql(
            """
            select person_id, particulars, full_name, birth_year, birth_month, birth_day, sex, address_layer,
                   ward_code, household_code, household_relation, ethnic_group, nationality, status,
                   array(select kind from people.paper
                         where paper.person_id = person.person_id order by kind, number_hash) as paper_kinds,
                   array(select number from people.paper
                         where paper.person_id = person.person_id order by kind, number_hash) as paper_numbers
            from people.person
            where person_id = any (:ids)
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) -> rows.person(row))
        .list();
  }

  /** Three statements for a hit as for a miss. */
  List<Person> withNameDateAndPaper(String nameSearch, BirthDate birthDate, String paperNumber) {
    var holder = claims.ofPersonalId(paperNumber).orElseGet(PersonId::next);
    var ids =
        sql.sql(
                """
                select person_id
                from people.person
                where birth_year = :year and birth_month = :month and birth_day = :day
                  and name_search = :name and status = 'ACTIVE'
                  and (person_id = :holder
                       or exists (select 1 from people.paper
                                  where paper.person_id = person.person_id and paper.number_hash = :paper))
                """)
            .param("year", birthDate.year())
            .param("month", orZero(birthDate.month()))
            .param("day", orZero(birthDate.day()))
            .param("name", nameSearch)
            .param("holder", holder.value())
            .param("paper", seal.hashOfPaper(paperNumber))
            .query(UUID.class)
            .list();
    return withIds(ids.isEmpty() ? List.of(PersonId.next().value()) : ids);
  }

  boolean isPaperOfAnother(String paperNumber, PersonId person) {
    return sql.sql(
            """
            select exists (select 1 from people.paper
                           where number_hash = :paper and person_id <> :person)
            """)
        .param("paper", seal.hashOfPaper(paperNumber))
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  List<Person> ofHousehold(String householdCode) {
    var ids =
        sql.sql(
                """
                select person_id
                from people.person
                where household_code = :household
                order by birth_year, birth_month, birth_day, person_id
                limit 50
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
              (person_id, particulars, full_name, name_search, birth_year, birth_month, birth_day, sex,
               address_layer, ward_code, household_code, household_relation, ethnic_group, nationality, status,
               created_at, changed_at)
            values
              (:id, :particulars, :fullName, :nameSearch, :year, :month, :day, :sex, :layer, :ward, :household,
               :relation, :ethnicGroup, :nationality, 'ACTIVE', :now, :now)
            """)
        .param("id", id.value())
        .param("particulars", seal.seal(id.value(), Particulars.of(person)))
        .param("fullName", person.fullName())
        .param("nameSearch", PersonNames.searchForm(person.fullName()))
        .param("year", born.year())
        .param("month", orZero(born.month()))
        .param("day", orZero(born.day()))
        .param("sex", person.sex().name())
        .param("layer", address == null ? null : address.layer().name())
        .param("ward", address == null ? null : address.wardCode())
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
            insert into people.paper (person_id, kind, number_hash, number)
            values (:id, :kind, :hash, :number)
            on conflict do nothing
            """)
        .param("id", id.value())
        .param("kind", paper.kind().name())
        .param("hash", seal.hashOfPaper(paper.number()))
        .param("number", seal.sealPaper(id.value(), paper.kind(), paper.number()))
        .update();
  }

  void deletePapers(PersonId id, PaperKind kind) {
    sql.sql("delete from people.paper where person_id = :id and kind = :kind")
        .param("id", id.value())
        .param("kind", kind.name())
        .update();
  }

  static int orZero(@Nullable Integer part) {
    return part == null ? 0 : part;
  }
}
