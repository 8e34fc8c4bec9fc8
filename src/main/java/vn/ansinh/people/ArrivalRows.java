package vn.ansinh.people;

import static vn.ansinh.people.PersonStore.orZero;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import vn.ansinh.audit.Actor;
import vn.ansinh.identity.PersonNames;
import vn.ansinh.platform.Ids;

/** People as rows: columns in the order in which {@link ArrivalStore} names them. */
final class ArrivalRows {

  private ArrivalRows() {}

  static void numbers(CopyText rows, List<UUID> ids, List<NewPerson> people) throws SQLException {
    for (int i = 0; i < people.size(); i++) {
      claim(rows, people.get(i).socialInsuranceNumber(), ids.get(i));
    }
  }

  static void personalIds(CopyText rows, List<UUID> ids, List<NewPerson> people)
      throws SQLException {
    for (int i = 0; i < people.size(); i++) {
      claim(rows, people.get(i).personalId(), ids.get(i));
    }
  }

  static void papers(CopyText rows, List<UUID> ids, List<NewPerson> people) throws SQLException {
    for (int i = 0; i < people.size(); i++) {
      for (var paper : Set.copyOf(people.get(i).papers())) {
        rows.field(ids.get(i)).field(paper.kind()).field(paper.number()).endRow();
      }
    }
  }

  static void persons(CopyText rows, List<UUID> ids, List<NewPerson> people, OffsetDateTime now)
      throws SQLException {
    for (int i = 0; i < people.size(); i++) {
      person(rows, ids.get(i), people.get(i), now);
    }
  }

  private static void claim(CopyText rows, @Nullable String number, UUID id) throws SQLException {
    if (number != null) {
      rows.field(number).field(id).endRow();
    }
  }

  private static void person(CopyText rows, UUID id, NewPerson person, OffsetDateTime now)
      throws SQLException {
    var born = person.birthDate();
    var address = person.address();
    rows.field(id)
        .field(person.socialInsuranceNumber())
        .field(person.personalId())
        .field(person.fullName())
        .field(PersonNames.searchForm(person.fullName()))
        .field(born.year())
        .field(orZero(born.month()))
        .field(orZero(born.day()))
        .field(person.sex())
        .field(address == null ? null : address.layer())
        .field(address == null ? null : address.wardCode())
        .field(address == null ? null : address.street())
        .field(person.phone())
        .field(person.email())
        .field(person.householdCode())
        .field(person.householdRelation())
        .field(person.ethnicGroup())
        .field(person.nationality())
        .field(PersonStatus.ACTIVE)
        .field(now)
        .field(now)
        .endRow();
  }

  static MapSqlParameterSource values(Person person) {
    var born = person.birthDate();
    var address = person.address();
    return new MapSqlParameterSource("id", person.id().value())
        .addValue("number", person.socialInsuranceNumber())
        .addValue("personalId", person.personalId())
        .addValue("fullName", person.fullName())
        .addValue("nameSearch", PersonNames.searchForm(person.fullName()))
        .addValue("year", born.year())
        .addValue("month", orZero(born.month()))
        .addValue("day", orZero(born.day()))
        .addValue("sex", person.sex().name())
        .addValue("layer", address == null ? null : address.layer().name())
        .addValue("ward", address == null ? null : address.wardCode())
        .addValue("street", address == null ? null : address.street())
        .addValue("phone", person.phone())
        .addValue("email", person.email())
        .addValue("household", person.householdCode())
        .addValue("relation", person.householdRelation())
        .addValue("ethnicGroup", person.ethnicGroup())
        .addValue("nationality", person.nationality());
  }

  static void history(CopyText rows, List<Correction> corrections, Actor by, OffsetDateTime now)
      throws SQLException {
    for (var correction : corrections) {
      var change = Ids.next();
      for (var fact : correction.changes()) {
        rows.field(correction.after().id().value())
            .field(change)
            .field(fact.field())
            .field(fact.from())
            .field(fact.to())
            .field(now)
            .field(by.kind())
            .field(by.id())
            .endRow();
      }
    }
  }
}
